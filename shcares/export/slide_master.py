"""The master of every deck: wide paper, three layouts, the colours and the typeface of the house."""

from collections.abc import Callable
from typing import TypeAlias

import pptx
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster
from pptx.util import Inches

from shcares.export.slide_text import FONT
from shcares.style import palette
from shcares.style.palette import Scheme

WIDTH, HEIGHT, MARGIN = 13.333, 7.5, 0.55
ROOM = WIDTH - 2 * MARGIN
FOOT = 7.02
TITLE, FIGURE, WORDS = 0, 1, 2
"""Where each layout stands among the master's."""
HEADING, SOURCE, BODY, ABOUT, MORE = 13, 14, 15, 16, 17
"""What each placeholder of our own is numbered."""
FOOTER, NUMBER = 11, 12
HEADING_SIZE, MESSAGE_SIZE, SOURCE_SIZE, FOOT_SIZE, WORDS_SIZE = 16, 28, 11, 11, 24
MESSAGE_TOP, MORE_SIZE = 0.82, 14

Box: TypeAlias = tuple[float, float, float, float]
Ink: TypeAlias = Callable[[str], str]

_MESSAGE = (MARGIN, MESSAGE_TOP, ROOM, 1.05)
_BODY = (MARGIN, 2.1, ROOM, 4.6)


def ink_of(scheme: Scheme) -> Ink:
    """Colours as they are drawn in this scheme: as they are, or as greys."""
    return palette.grey if scheme is Scheme.MONO else lambda colour: colour


def blank(scheme: Scheme) -> Presentation:
    """A deck without slides, with our master, layouts and theme."""
    deck = pptx.Presentation()
    _forget_template(deck)
    deck.slide_width, deck.slide_height = Inches(WIDTH), Inches(HEIGHT)
    master = deck.slide_master
    _keep_three(master)
    _colour(master, ink_of(scheme))
    _put_shapes(master)
    layouts = list(master.slide_layouts)
    _put(layouts[TITLE], "Title", _title_shapes())
    _put(layouts[FIGURE], "Message and figure", _figure_shapes())
    _put(layouts[WORDS], "Message and words", _words_shapes())
    return deck


def _forget_template(deck: Presentation) -> None:
    """Take out what python-pptx's own template says of itself: its picture, its program, its narrow screen."""
    package = deck.part.package
    for kind in (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES):
        for key in [key for key, one in package._rels.items() if one.reltype == kind]:
            package.drop_rel(key)
    deck.element.find("{*}sldSz").attrib.pop("type", None)


def _keep_three(master: SlideMaster) -> None:
    for layout in list(master.slide_layouts)[WORDS + 1 :]:
        master.slide_layouts.remove(layout)


def _put_shapes(master: SlideMaster) -> None:
    shapes = [
        _shape(2, "Message", 'type="title"', _MESSAGE, ""),
        _shape(3, "Words", 'type="body" idx="1"', _BODY, ""),
        *_foot(3, 4),
    ]
    _replace(master, shapes)
    styles = master.element.find(".//{*}txStyles")
    styles.getparent().replace(styles, parse_xml(_STYLES))


def _put(layout: SlideLayout, name: str, shapes: list[str]) -> None:
    layout.name = name
    layout.element.set("type", "title" if name == "Title" else "obj")
    layout.element.set("preserve", "1")
    _replace(layout, shapes)


def _title_shapes() -> list[str]:
    return [
        _shape(2, "Title", 'type="ctrTitle"', (MARGIN, 2.0, ROOM, 1.7), _style(40, "tx1", bold=1, anchor="b")),
        _shape(3, "Subtitle", 'type="subTitle" idx="1"', (MARGIN, 3.85, ROOM, 1.1), _style(24, "accent1")),
        _shape(4, "About", f'type="body" idx="{ABOUT}"', (MARGIN, 5.6, ROOM, 1.2), _style(14, "tx1")),
    ]


def _figure_shapes() -> list[str]:
    return [
        _shape(2, "Message", 'type="title"', _MESSAGE, ""),
        _heading(),
        _shape(5, "More", f'type="body" idx="{MORE}"', (MARGIN, 1.9, ROOM, 0.5), _style(MORE_SIZE, "tx1")),
        _shape(4, "Source", f'type="body" idx="{SOURCE}"', (MARGIN, 6.6, ROOM, 0.4), _style(SOURCE_SIZE, "tx1")),
        *_foot(FOOTER, NUMBER),
    ]


def _words_shapes() -> list[str]:
    words = _shape(4, "Words", f'type="body" idx="{BODY}"', _BODY, _style(WORDS_SIZE, "tx1", before=10))
    return [_shape(2, "Message", 'type="title"', _MESSAGE, ""), _heading(), words, *_foot(FOOTER, NUMBER)]


def _heading() -> str:
    return _shape(
        3, "Heading", f'type="body" idx="{HEADING}"', (MARGIN, 0.4, ROOM, 0.38), _style(HEADING_SIZE, "accent1", bold=1)
    )


def _foot(footer: int, number: int) -> list[str]:
    left, right = (MARGIN, FOOT, ROOM - 1.2, 0.3), (MARGIN + ROOM - 1.0, FOOT, 1.0, 0.3)
    return [
        _shape(8, "Footer", f'type="ftr" sz="quarter" idx="{footer}"', left, _style(FOOT_SIZE, "tx1"), text=""),
        _shape(
            9, "Slide number", f'type="sldNum" sz="quarter" idx="{number}"', right, _style(FOOT_SIZE, "tx1", align="r")
        ).replace("<a:r><a:t>Slide number</a:t></a:r>", FIELD),
    ]


FIELD = '<a:fld id="{C1FF6DA9-008F-8B48-92A6-B652298478BF}" type="slidenum"><a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld>'
"""The number of the slide it stands on."""


def _style(size: int, colour: str, *, bold: int = 0, align: str = "l", anchor: str = "t", before: int = 0) -> str:
    return (
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}">'
        f'<a:spcBef><a:spcPts val="{before * 100}"/></a:spcBef><a:buNone/>'
        f'<a:defRPr lang="en-GB" sz="{size * 100}" b="{bold}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "</a:defRPr></a:lvl1pPr></a:lstStyle>"
    )


_PLAIN = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>'


def _shape(number: int, name: str, placeholder: str, box: Box, style: str, text: str | None = None) -> str:
    left, top, wide, high = (Inches(length) for length in box)
    words = name if text is None else text
    run = f"<a:r><a:t>{words}</a:t></a:r>" if words else ""
    return (
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='{number}' name='{name}'/><p:cNvSpPr>"
        f"<a:spLocks noGrp='1'/></p:cNvSpPr><p:nvPr><p:ph {placeholder}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>"
        f"<a:off x='{left}' y='{top}'/><a:ext cx='{wide}' cy='{high}'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/>"
        f"</a:prstGeom></p:spPr><p:txBody>{style or _PLAIN}<a:p>{run}<a:endParaRPr lang='en-GB'/></a:p></p:txBody>"
        "</p:sp>"
    )


def _replace(holder: SlideMaster | SlideLayout, shapes: list[str]) -> None:
    tree = holder.shapes._spTree  # Python-pptx cannot add a placeholder to a layout.
    for old in tree.findall("{*}sp"):
        tree.remove(old)
    for shape in shapes:
        tree.append(parse_xml(shape))


def _colour(master: SlideMaster, ink: Ink) -> None:
    paper = palette.LIGHT
    colours = {
        "dk1": paper.ink, "lt1": paper.background, "dk2": paper.ink, "lt2": paper.raised, "accent1": paper.accent,
        "accent2": palette.TARGET, "accent3": palette.COMPARATOR, "hlink": paper.link, "folHlink": paper.link,
        **dict(zip(("accent4", "accent5", "accent6"), palette.NETWORK.values(), strict=False)),
    }  # fmt: skip
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    theme.set("name", "St Helens Cares")
    for name, colour in colours.items():
        slot = theme.find(f".//{{*}}clrScheme/{{*}}{name}")
        for old in list(slot):
            slot.remove(old)
        slot.append(slot.makeelement(qn("a:srgbClr"), {"val": ink(colour).removeprefix("#")}))
    for face in theme.findall(".//{*}fontScheme/*/{*}latin"):
        face.set("typeface", FONT)
    part._blob = serialize_part_xml(theme)


def box_of(left: float, top: float, wide: float, high: float) -> tuple[int, int, int, int]:
    """Inches as python-pptx wants them."""
    return Inches(left), Inches(top), Inches(wide), Inches(high)


_TEXT = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+m{0}-lt"/>'
_STYLES = (
    f"<p:txStyles {nsdecls('p', 'a')}><p:titleStyle><a:lvl1pPr algn='l'><a:lnSpc><a:spcPct val='100000'/></a:lnSpc>"
    f"<a:buNone/><a:defRPr lang='en-GB' sz='{MESSAGE_SIZE * 100}' b='1'>{_TEXT.format('j')}</a:defRPr></a:lvl1pPr>"
    f"</p:titleStyle><p:bodyStyle><a:lvl1pPr marL='0' indent='0' algn='l'><a:buNone/>"
    f"<a:defRPr lang='en-GB' sz='{WORDS_SIZE * 100}'>{_TEXT.format('n')}</a:defRPr></a:lvl1pPr></p:bodyStyle>"
    f"<p:otherStyle><a:lvl1pPr><a:defRPr lang='en-GB' sz='1800'>{_TEXT.format('n')}</a:defRPr></a:lvl1pPr>"
    f"</p:otherStyle></p:txStyles>"
)
