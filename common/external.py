"""What other sites call a record, as links to it there."""

from urllib.parse import quote


def external_links(rows, sites):
    """[{label, value, url}] of rows with `scheme` and `value`; `url` "" where we don't know the site's addresses.

    `sites`: scheme -> (name of the site, address with {} in place of the value).
    """
    found = []
    for row in rows:
        label, address = sites.get(row.scheme, (row.scheme, ""))
        found.append({"label": label, "value": row.value, "url": address.format(quote(row.value, safe=""))})
    return found
