"""Drawn titles measured where they are seen: in a browser."""

import json

import pytest

from films.posters import poster_svg

pytestmark = pytest.mark.browser

SCRIPTS = [
    ("M", ""),
    ("8½", "it"),
    ("WWWWWWWW MMMMMMMM WWWWWWWW", ""),
    ("Người Mẹ ở Gành Rái ẾỄỆ", "vi"),
    ("Donaudampfschifffahrtsgesellschaftskapitän", "de"),
    ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "cy"),
    ("Тысяча и одна ночь в большом городе", "ru"),
    ("Επάγγελμα δολοφόνος", "el"),
    ("მონანიება", "ka"),
    ("ذيب", "ar"),
    ("العنوان الطويل جدا لفيلم لا ينتهي عن رجل يمشي في المدينة القديمة وحيدا", "ar"),
    ("فلم بہت لمبی کہانی", "ur"),
    ("ואלס עם באשיר", "he"),
    ("बहुत लंबे शीर्षक वाली एक फ़िल्म जो कभी ख़त्म नहीं होती", "hi"),
    ("পথের পাঁচালী", "bn"),
    ("மகாநதி ஒரு மிக நீண்ட திரைப்படத் தலைப்பு", "ta"),
    ("ബാല്യകാലസഖി ഒരു നീണ്ട ചലച്ചിത്ര ശീർഷകം", "ml"),
    ("ลุงบุญมีระลึกชาติและเสียงแห่งความทรงจำในเมืองเก่าแก่", "th"),
    ("རྡོ་རྗེ་འཆང་གི་གླིང་ཆེན་པོ", "bo"),
    ("မြန်မာ ရုပ်ရှင် ဇာတ်ကား", "my"),
    ("រឿងភាគខ្មែរដ៏វែងមួយ", "km"),
    ("これはとても長い日本語の題名であり、映画館の看板に収まらないほど長く、それでも最後まで読めるように", "ja"),
    ("エア・アメリカ", "ja"),
    ("星期六，星期天和星期一", "zh"),
    ("봄 여름 가을 겨울 그리고 봄", "ko"),
    ("The Emoji Movie 😂 👩‍👩‍👧‍👦 🏴‍☠️", ""),
    ("﷽﷽﷽﷽", "ar"),
    ("𒀱𒐫 𓀀𓀁𓀂𓀃𓀄", ""),
    ("Z̸̧a̶͜l̷̢g̵o̶̔͝ ̶͊T̷̛e̸͛x̶̌t̸̛", ""),
    ("word " * 1000, ""),
    ("i" * 3000, ""),
    ("W" * 3000, ""),
    ("長" * 3000, "zh"),
]

MEASURE = """svgs => {
  const pen = document.createElement('canvas').getContext('2d');
  const faults = [];
  for (const [name, svg] of svgs) {
    document.body.innerHTML = '<div>' + svg + '</div>';
    const root = document.querySelector('svg'), frame = root.getBoundingClientRect();
    const drawing = root.querySelector('svg');
    const [title, footer] = root.querySelectorAll(':scope > g').length > 1
      ? root.querySelectorAll(':scope > g') : [null, root.querySelector(':scope > g')];
    const say = what => faults.push(name.slice(0, 60) + ': ' + what);
    const ink = line => {
      const style = getComputedStyle(line), y = +line.getAttribute('y');
      pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      const m = pen.measureText(line.textContent);
      return {top: y - m.actualBoundingBoxAscent, bottom: y + m.actualBoundingBoxDescent};
    };
    const sides = line => {
      const box = line.getBBox(), seen = line.getBoundingClientRect();
      if (box.x < 0 || box.x + box.width > 300) say(`line from ${box.x} to ${box.x + box.width}`);
      if (seen.left < frame.left || seen.right > frame.right) say('line leaves the poster');
    };
    const notes = footer ? [...footer.children] : [];
    const footerTop = Math.min(450, ...notes.map(note => ink(note).top));
    for (const note of notes) { sides(note); if (ink(note).bottom > 447) say('footer too low'); }
    if (notes.length === 2 && notes[0].getBBox().x + notes[0].getBBox().width > notes[1].getBBox().x - 4)
      say('credit meets year');
    let above = +drawing.getAttribute('height');
    if (above < 150) say('drawing too small: ' + above);
    for (const line of title ? title.children : []) {
      sides(line);
      const {top, bottom} = ink(line);
      if (line === title.firstElementChild && top < above) say(`title over the drawing: ${top} < ${above}`);
      if (bottom > footerTop) say(`title over the footer: ${bottom} > ${footerTop}`);
    }
  }
  return faults;
}"""


@pytest.fixture
def measured(chromium):
    """Draws films and says which lines leave the sheet, meet the footer or run over the drawing."""
    chromium.set_content(
        "<!doctype html><meta charset=utf-8><style>body{margin:0}div{width:300px;height:450px}</style>"
    )

    def measure(titles):
        films = [{"title": t, "language": lang, "year": year} for t, lang in titles for year in (1995, 2001, 1968)]
        return chromium.evaluate(MEASURE, [[f["title"], poster_svg(**f, director=f["title"])] for f in films])

    return measure


def test_title_in_any_script_keeps_its_place(measured):
    assert measured(SCRIPTS) == []


def test_hard_titles_keep_their_place(measured, shared_data):
    with (shared_data / "hard-inputs/titles.jsonl").open(encoding="utf-8") as lines:
        titles = [json.loads(line)["title"] for line in lines]
    titles += json.loads((shared_data / "hard-inputs/blns.json").read_text(encoding="utf-8"))
    assert measured([(title, "") for title in titles]) == []


def test_measure_notices_a_title_that_is_cut_off(measured, chromium):
    svg = (
        poster_svg(title="Heat", year=1995)
        .replace("HEAT", "HEAT AND DUST AND SMOKE")
        .replace("Heat<", "Heat and dust and smoke<")
    )
    assert chromium.evaluate(MEASURE, [["Heat", svg]])
