"""Pictures: checked by content, stored under a name made from their content, so that a stored file never changes.

The stored name tells all there is to know: images/<2 of sha256>/<sha256>-<width>x<height>.<ending>.
"""

import hashlib
import io
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from .documents import IMAGE_TYPES, DocumentError

MAX_BYTES = 12_000_000
MAX_PIXELS = 30_000_000
_FORMATS = {"JPEG": "jpeg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
_PHONE_JPEG = "MPO"  # a JPEG with a second picture behind it (depth, preview), which nothing shows
_TYPE_OF = {ending: kind for kind, ending in IMAGE_TYPES.items()}
_NAME = re.compile(r"images/[0-9a-f]{2}/([0-9a-f]{64})-(\d+)x(\d+)\.(jpg|png|webp|avif)")


class ImageError(ValueError):
    """A file that can't be taken as a picture; the message is for people."""


def too_large(size):
    """Why a file of so many bytes is refused."""
    return _("the file has %(size)s bytes; at most %(most)s are taken") % {
        "size": f"{size:,}",
        "most": f"{MAX_BYTES:,}",
    }


@dataclass(frozen=True)
class StoredImage:
    """What a stored name says: pixels, and "jpeg", "png", "webp" or "avif"."""

    sha256: str
    width: int
    height: int
    type: str

    @property
    def name(self):
        return f"images/{self.sha256[:2]}/{self.sha256}-{self.width}x{self.height}.{IMAGE_TYPES[self.type]}"

    @classmethod
    def of(cls, name):
        """Read a stored name. Raises ValueError for a name this module did not make."""
        match = _NAME.fullmatch(name)
        if not match:
            raise ValueError(f"not a stored picture: {name!r}")
        return cls(match[1], int(match[2]), int(match[3]), _TYPE_OF[match[4]])

    def to_json(self):
        return {"sha256": self.sha256, "width": self.width, "height": self.height, "type": self.type}


def examine(content):
    """Check bytes and tell what picture they are. The whole picture is decoded. Raises ImageError."""
    if len(content) > MAX_BYTES:
        raise ImageError(too_large(len(content)))
    with _opened(content) as picture:
        kind = _FORMATS[_format(picture)]
        width, height = picture.size
    return StoredImage(hashlib.sha256(content).hexdigest(), width, height, kind)


def _opened(content):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            picture = Pillow.open(io.BytesIO(content), formats=list(_FORMATS))
            if picture.width * picture.height > MAX_PIXELS:
                told = {"width": picture.width, "height": picture.height, "most": f"{MAX_PIXELS:,}"}
                raise ImageError(_("%(width)d x %(height)d pixels; at most %(most)s are taken") % told)
            if picture.format != _PHONE_JPEG and getattr(picture, "n_frames", 1) > 1:
                raise ImageError(_("a moving picture; a still one is needed"))
            picture.load()
    except ImageError:
        raise
    except (Pillow.DecompressionBombError, Pillow.DecompressionBombWarning) as error:
        raise ImageError(_("too many pixels; at most %(most)s are taken") % {"most": f"{MAX_PIXELS:,}"}) from error
    except UnidentifiedImageError as error:
        raise ImageError(_("not a JPEG, PNG, WebP or AVIF picture")) from error
    except Exception as error:  # Pillow raises many kinds for broken files
        raise ImageError(_("the picture is broken and can't be read")) from error
    return picture


def _format(picture):
    return "JPEG" if picture.format == _PHONE_JPEG else picture.format


def without_metadata(content):
    """The picture's pixels copied into a new file: no EXIF, no comments, turned upright. Raises ImageError."""
    if len(content) > MAX_BYTES:
        raise ImageError(too_large(len(content)))
    with _opened(content) as picture:
        kind = _format(picture)
        upright = ImageOps.exif_transpose(picture)
        has_alpha = "A" in upright.getbands() or "transparency" in upright.info
        mode = "RGBA" if has_alpha and kind != "JPEG" else "RGB"
        clean = Pillow.new(mode, upright.size)
        clean.paste(upright.convert(mode))
    out = io.BytesIO()
    clean.save(out, kind, **({} if kind == "PNG" else {"quality": 88}))
    return out.getvalue()


def store(content, *, storage=default_storage):
    """Keep the bytes as they are under their content's name; nothing is written twice. Raises ImageError."""
    found = examine(content)
    if storage.exists(found.name):
        if storage.size(found.name) == len(content):
            return found
        storage.delete(found.name)  # cut short when a process was killed
    storage.save(found.name, ContentFile(content))
    return found


@dataclass(frozen=True)
class Beside:
    """Where the paths of a document's pictures start: the document's own file. `keep` is false in a dry run."""

    file: Path
    keep: bool = True


def resolve(image, path, *, beside=None):
    """The StoredImage that a document's Image means, or None for None.

    With a path it is read `beside` the document, checked against what else the Image tells, and stored; without one
    it must be on this site already. Raises DocumentError with `path` for anything else.
    """
    if image is None:
        return None
    try:
        if image.path:
            if beside is None:
                raise ImageError("a picture's path is only read when a file is loaded")
            content = read_beside(beside.file, image.path)
            found = examine(content)
            for told in ("sha256", "width", "height", "type"):
                if getattr(image, told) not in (None, getattr(found, told)):
                    raise ImageError(f"{image.path} has {told} {getattr(found, told)}, not {getattr(image, told)}")
            return store(content) if beside.keep else found
        found = StoredImage(image.sha256, image.width, image.height, image.type)
        if not default_storage.exists(found.name):
            raise ImageError("this picture is not on the site; give its path, or copy the file into media/ first")
        return found
    except ImageError as error:
        raise DocumentError([(path, str(error))]) from error


def read_beside(document_path, relative):
    """Bytes of a picture named in a document: below the document's folder, no link, no address. Raises ImageError."""
    folder = Path(document_path).resolve().parent
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", relative) or relative.startswith("/") or "\\" in relative:
        raise ImageError("a path relative to the document is needed, no address")
    file = folder
    try:
        for step in Path(relative).parts:
            if step == "..":
                raise ImageError("the path leaves the document's folder")
            file = file / step
            if file.is_symlink():
                raise ImageError("the path goes through a link")
        if not file.is_file():
            raise ImageError(f"there is no file {relative}")
        if file.stat().st_size > MAX_BYTES:
            raise ImageError(f"the file is larger than {MAX_BYTES:,} bytes")
        return file.read_bytes()
    except OSError as error:  # no right to read it, a name that is too long …
        raise ImageError(f"{relative} can't be read: {error.strerror}") from error
