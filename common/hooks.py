"""Calls upwards: where a lower room must tell the rooms above it, which it may not import.

Hooks are named here, filled only in `apps.py` `ready()`, and run in order, in the caller's transaction: what a hook
raises undoes the caller's work too.
"""

HOOKS = {
    "person_changed": "A person was renamed, merged or removed. Called with person_ids=[…].",
}
_registered = {name: [] for name in HOOKS}


def register(name, function, *, order=100):
    """Add a hook. A lower `order` runs first. Raises KeyError for a hook nobody has named."""
    _registered[name].append((order, function))
    _registered[name].sort(key=lambda pair: pair[0])


def run(name, **about):
    """Run every hook of that name."""
    for _order, function in _registered[name]:
        function(**about)
