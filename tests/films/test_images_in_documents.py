"""Pictures that documents name: by path when they are loaded, by content ever after."""

import hashlib
import io
import json
import os
import shutil
import tracemalloc
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from PIL import Image

from common.documents import DocumentError
from common.images import MAX_BYTES, Beside, ImageError, StoredImage, examine, store, without_metadata
from films.document import apply_document, film_to_document
from films.models import Film, Still


def picture(kind="PNG", size=(64, 36), colour="teal", **options):
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, kind, **options)
    return out.getvalue()


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "secret.png").write_bytes(picture())
    (tmp_path / "films" / "stills").mkdir(parents=True)
    (tmp_path / "films" / "still.png").write_bytes(picture())
    return tmp_path / "films"


def apply(folder, **image):
    document = {"format": "moviedb.film/1", "title": "A Film", "stills": [{"image": image}]}
    return apply_document(document, beside=Beside(folder / "film.json"))


def refusal(folder, **image):
    with pytest.raises(DocumentError) as caught:
        apply(folder, **image)
    [(path, reason)] = caught.value.faults
    assert path == "stills/0/image"
    assert not Film.objects.exists()
    assert not default_storage.exists("images")
    return reason


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "reason"),
    {
        "../secret.png": "the path leaves the document's folder",
        "stills/../../secret.png": "the path leaves the document's folder",
        "stills/../still.png": "the path leaves the document's folder",
        "/etc/passwd": "a path relative to the document is needed",
        "https://example.org/still.png": "a path relative to the document is needed",
        "file:///etc/passwd": "a path relative to the document is needed",
        "data:image/png;base64,AAAA": "a path relative to the document is needed",
        "C:\\still.png": "a path relative to the document is needed",
        "..\\secret.png": "a path relative to the document is needed",
        "none.png": "there is no file none.png",
        "still.png/none.png": "there is no file",
        "stills": "there is no file stills",
        ".": "there is no file .",
        "nul\x00.png": "there is no file",
        "x" * 290: "can't be read: File name too long",
        "link.png": "the path goes through a link",
        "linked/still.png": "the path goes through a link",
        "loop/still.png": "the path goes through a link",
        "pipe": "there is no file pipe",
        "large.png": "the file is larger than 12,000,000 bytes",
        "text.png": "not a JPEG, PNG, WebP or AVIF picture",
    }.items(),
)
def test_path_is_refused(folder, path, reason):
    (folder / "link.png").symlink_to("still.png")
    (folder / "linked").symlink_to(folder / "stills", target_is_directory=True)
    (folder / "stills" / "still.png").write_bytes(picture())
    (folder / "loop").symlink_to("loop")
    os.mkfifo(folder / "pipe")
    (folder / "text.png").write_text("<script>")
    with (folder / "large.png").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    assert reason in refusal(folder, path=path)


@pytest.mark.django_db
def test_device_file_is_refused(folder):
    if os.geteuid():
        pytest.skip("only root can make one")
    try:
        os.mknod(folder / "zero", 0o20666, os.makedev(1, 5))
    except OSError:
        pytest.skip("not allowed here")
    assert "there is no file zero" in refusal(folder, path="zero")


@pytest.mark.django_db
def test_picture_below_the_folder_is_taken_and_named_by_its_content(folder):
    content = picture()
    (folder / "stills" / "a.png").write_bytes(content)
    film = apply(folder, path="stills/a.png").film
    digest = hashlib.sha256(content).hexdigest()
    told = {"sha256": digest, "width": 64, "height": 36, "type": "png"}
    assert film_to_document(film)["stills"][0]["image"] == told
    name = Still.objects.get().image.name
    assert name == f"images/{digest[:2]}/{digest}-64x36.png"
    assert StoredImage.of(name).to_json() == told
    assert default_storage.open(name).read() == content
    assert apply(folder, **told).changed == []


@pytest.mark.django_db
def test_picture_that_is_not_what_the_document_says_is_refused(folder):
    digest = hashlib.sha256(picture()).hexdigest()
    assert "has sha256" in refusal(folder, path="still.png", sha256="0" * 64)
    assert "has width 64, not 65" in refusal(folder, path="still.png", width=65)
    assert "has type png, not jpeg" in refusal(folder, path="still.png", type="jpeg")
    assert "not on the site" in refusal(folder, sha256=digest, width=64, height=36, type="png")
    assert apply(folder, path="still.png", sha256=digest, width=64).is_new


@pytest.mark.django_db
def test_paths_are_read_only_when_a_file_is_loaded(folder):
    document = {"format": "moviedb.film/1", "title": "A Film", "poster": {"path": "still.png"}}
    with pytest.raises(DocumentError, match="poster: a picture's path is only read when a file is loaded"):
        apply_document(document)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "image",
    [
        {"sha256": "../../etc/passwd", "width": 1, "height": 1, "type": "png"},
        {"sha256": "A" * 64, "width": 1, "height": 1, "type": "png"},
        {"sha256": "a" * 64, "width": 0, "height": 1, "type": "png"},
        {"sha256": "a" * 64, "width": 1, "height": 1, "type": "svg"},
        {"sha256": "a" * 64, "width": 1, "height": 1},
    ],
)
def test_made_up_names_are_refused_before_anything_is_read(image):
    with pytest.raises(DocumentError, match="poster"):
        apply_document({"format": "moviedb.film/1", "title": "A Film", "poster": image})


# --- what a picture is ---
def moving(kind):
    out = io.BytesIO()
    first, second = (Image.new("RGB", (16, 16), colour) for colour in ("red", "navy"))
    first.save(out, kind, save_all=True, append_images=[second])
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_moving_picture_is_refused(kind):
    with pytest.raises(ImageError, match="a moving picture"):
        examine(moving(kind))


def test_phone_picture_with_a_second_one_behind_it_is_a_jpeg():
    content = moving("MPO")
    assert examine(content).type == "jpeg"
    assert store(content).name.endswith("-16x16.jpg")
    assert Image.open(io.BytesIO(without_metadata(content))).format == "JPEG"


def test_picture_of_too_many_pixels_is_refused_with_that_reason():
    with pytest.raises(ImageError, match=r"6000 x 5001 pixels; at most 30,000,000"):
        examine(picture(size=(6000, 5001)))


def test_stored_file_is_never_written_again(media):
    stored = store(picture())
    file = Path(media) / stored.name
    os.utime(file, (1, 1))
    assert store(picture()) == stored
    assert file.stat().st_mtime == 1
    assert [path.name for path in Path(media).rglob("*.*")] == [file.name]


def test_file_that_a_kill_cut_short_is_made_whole(media):
    stored = store(picture())
    file = Path(media) / stored.name
    file.write_bytes(picture()[:20])
    assert store(picture()) == stored
    assert file.read_bytes() == picture()


def generated(shared_data):
    return shared_data / "images-hard" / "generated"


def test_hard_pictures_are_taken_or_refused_as_expected(shared_data, media):
    taken, refused = {}, {}
    for name, expected in json.loads((generated(shared_data) / "EXPECTED.json").read_text()).items():
        content = (generated(shared_data) / name).read_bytes()
        tracemalloc.start()
        try:
            taken[name] = examine(content)
            without_metadata(content)
        except ImageError as error:
            refused[name] = str(error)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 30_000_000, name
        kinds = {"JPEG": "jpeg", "PNG": "png", "WEBP": "webp", "AVIF": "avif"}
        should = expected["loads"] is True and expected["pillow_format"] in kinds and "animated" not in name
        assert (name in taken) == should, (name, refused.get(name))
        if should:
            assert taken[name].type == kinds[expected["pillow_format"]]
            assert [taken[name].width, taken[name].height] == expected["size"]
    assert len(taken) >= 15
    assert "at most 30,000,000" in refused["bomb-30000x30000-1bit.png"]
    assert "at most 30,000,000" in refused["header-lies-65500x65500.jpg"]
    assert refused["good-animated.png"] == "a moving picture; a still one is needed"
    assert refused["svg-script.svg"] == "not a JPEG, PNG, WebP or AVIF picture"
    assert refused["truncated.jpg"] == "the picture is broken and can't be read"


def test_metadata_is_taken_out(shared_data):
    clean = without_metadata((generated(shared_data) / "exif-orientation6-gps-script-description.jpg").read_bytes())
    with Image.open(io.BytesIO(clean)) as upright:
        assert upright.size == (300, 400)
        assert not upright.getexif()
    assert b"script" not in clean


def test_pngsuite_is_taken_but_for_its_broken_files(shared_data, tmp_path):
    shutil.unpack_archive(shared_data / "images-hard" / "pngsuite.zip", tmp_path / "suite")
    files = sorted((tmp_path / "suite").rglob("*.png"))
    assert len(files) > 100
    for file in files:
        try:
            examine(file.read_bytes())
            without_metadata(file.read_bytes())
        except ImageError:
            assert file.name.startswith("x"), file.name  # x: broken on purpose
