import errno
import hashlib
import os
import socket
import sys
import urllib.error
import urllib.request

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from accounts.demo import accounts_with_known_password, demo_accounts
from moviedb.processes import supervise

EVERY_ADDRESS = ("0.0.0.0", "::")
WEB_THREADS = 4


class Command(BaseCommand):
    help = (
        "Brings the database and the static files up to date, loads the demo catalogue on the first run, "
        "then serves the site and does its late work until Ctrl-C."
    )

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default: %(default)s)")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on (default: %(default)s)")
        parser.add_argument("--no-demo", action="store_true", help="load no demo films and make no demo accounts")

    is_announced = False

    def handle(self, *, host, port, no_demo, **options):
        require_free_port(host, port)
        self.prepare(load_demo=not no_demo)
        ended = supervise(
            {"web server": web_server(host, port), "late work": [sys.executable, "manage.py", "work"]},
            cwd=settings.BASE_DIR,
            env=child_environment(host),
            each_round=lambda: self.announce(host, port),
        )
        if ended is None:
            self.stdout.write("\nStopped.")
        else:
            name, status = ended
            raise CommandError(f"The {name} ended by itself (exit status {status}), so everything was stopped.")

    def prepare(self, *, load_demo):
        self.say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        if not settings.DEBUG:
            self.collect_static()
        if load_demo and settings.MODE != "production":
            call_command("load_demo", first_run=True)

    def collect_static(self):
        stamp = settings.VAR_DIR / "static.stamp"
        state = static_state()
        if stamp.exists() and stamp.read_text() == state and settings.STATIC_ROOT.is_dir():
            return
        self.say("Collecting the static files …")
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(state)

    def announce(self, host, port):
        """Say where the site is, once, and not before it answers there."""
        if self.is_announced or not answers(host, port):
            return
        self.is_announced = True
        lines = ["", f"{settings.SITE_NAME} is ready at {address(host, port)}"]
        if host in EVERY_ADDRESS:
            lines.append(f"On this network: http://{network_address()}:{port}/")
        if settings.MODE == "local":
            lines += demo_lines(is_open=not is_this_machine(host))
        lines += ["", "Ctrl-C stops it.", ""]
        self.say("\n".join(lines))

    def say(self, text):
        self.stdout.write(text)
        self.stdout.flush()


def require_free_port(host, port):
    """Refuse in one sentence what the server would refuse in a page."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen(1)
        except OverflowError:
            raise CommandError(f"PORT must be between 1 and 65535, not {port}.") from None
        except socket.gaierror:
            raise CommandError(f"HOST must be an address of this machine, and {host} is not known.") from None
        except OSError as error:
            reasons = {
                errno.EADDRINUSE: f"Port {port} is in use by another program. Choose another: make run PORT={port + 1}",
                errno.EACCES: f"Port {port} needs special rights. Choose one above 1023: make run PORT=8000",
                errno.EADDRNOTAVAIL: f"HOST must be an address of this machine, and {host} is not one.",
            }
            raise CommandError(reasons.get(error.errno, f"{host}:{port} cannot be used: {error}.")) from None


def static_state():
    """A digest that changes when a static file is added, changed or removed, and with the way they are stored."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            file = os.stat(storage.path(path))
            digest.update(f"{path} {file.st_size} {file.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def web_server(host, port):
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "granian", "moviedb.wsgi:application", "--interface", "wsgi", "--no-ws"]
    command += ["--host", host, "--port", str(port), "--workers", str(settings.WEB_WORKERS)]
    command += ["--blocking-threads", str(WEB_THREADS), "--workers-kill-timeout", "5", "--log-level", "warning"]
    command += ["--static-path-route", "/media", "--static-path-mount", str(settings.MEDIA_ROOT)]
    if settings.MODE == "dev":
        command += ["--access-log", "--log-level", "info", "--reload", "--reload-ignore-worker-failure"]
        for name in ("var", "media", "node_modules", ".venv"):
            command += ["--reload-ignore-dirs", name]
    else:
        command.append("--respawn-failed-workers")
    return command


def child_environment(host):
    """Our own, and the host that was asked for, so that no one has to name it twice. Never in production."""
    environment = os.environ.copy()
    if settings.MODE != "production" and not is_this_machine(host):
        wanted = "*" if host in EVERY_ADDRESS else f"[{host}]" if ":" in host else host
        environment["ALLOWED_HOSTS"] = ",".join(filter(None, [environment.get("ALLOWED_HOSTS"), wanted]))
    return environment


def is_this_machine(host):
    return host in ("127.0.0.1", "localhost", "::1")


def address(host, port):
    if settings.MODE == "production":
        return f"{settings.SITE_URL}/ (listening on {host}:{port})"
    if host in EVERY_ADDRESS:
        host = "127.0.0.1"
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def network_address():
    """This machine's address as others on its network see it. A datagram socket that only connects sends nothing."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return probe.getsockname()[0]
        except OSError:
            return socket.gethostname()


def answers(host, port):
    """Whether the server answers yet. Any answer will do: in production it may refuse plain http."""
    target = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    url = f"http://{f'[{target}]' if ':' in target else target}:{port}/healthz/"
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # No proxy of the environment in between.
    try:
        opener.open(url, timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def demo_lines(*, is_open):
    """The demo accounts that still have the password everyone knows."""
    known = accounts_with_known_password()
    if not known:
        return []
    lines = ["", "Sign in with one of the demo accounts:"]
    lines += [f"  {name:<16} password {word:<26} ({role})" for name, word, role in demo_accounts() if name in known]
    if is_open:
        lines.append("Everyone who can reach this address can sign in with them.")
    return lines
