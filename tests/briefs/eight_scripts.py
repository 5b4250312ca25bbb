"""A made case of forty actions in eight scripts, about invented companies.

``python -m tests.briefs.eight_scripts brief.pdf`` prints it.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from casefile.briefs.composition import PageSize
from casefile.briefs.model import (
    Brief,
    BriefAction,
    BriefConflict,
    BriefEvent,
    BriefFact,
    BriefPosition,
    BriefQuote,
    BriefSource,
    Citation,
    ComparedAuthority,
    FactField,
    KeyFigure,
    LedgerEntry,
    Statement,
)
from casefile.briefs.pdf import write_pdf
from casefile.terms import LedgerBasis, SourceKind
from casefile.values import PartialDate
from tests.briefs.conftest import AS_OF, cite, euros

ACTIONS = 40


@dataclass(frozen=True)
class Told:
    """A decision as it is told in one language."""

    language: str
    respondent: str
    authority: str
    title: str
    quote: str
    speaker: str
    role: str
    event: str
    source: str
    outlet: str

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is printed of it as it is."""
        return (
            self.respondent, self.authority, self.title, self.quote, self.speaker, self.role, self.event,
            self.source, self.outlet,
        )  # fmt: skip


TOLD = (
    Told(
        "en",
        "Lumaface Inc.",
        "Data Protection Commission",
        "Fine against Lumaface for its database of faces",
        "Nobody may be added to such a database without knowing of it",
        "Mary O’Brien",
        "commissioner",
        "The authority opens its investigation.",
        "Lumaface fined over its database",
        "Example Wire",
    ),
    Told(
        "el",
        "Φωτοβάση Α.Ε.",
        "Αρχή Προστασίας Δεδομένων",
        "Πρόστιμο στη Φωτοβάση για παράνομη συλλογή εικόνων",
        "Η εταιρεία συνέλεξε εκατομμύρια φωτογραφίες χωρίς νόμιμη βάση",
        "Ελένη Παππά",
        "πρόεδρος της Αρχής",
        "Η Αρχή επέβαλε πρόστιμο 5 εκατ. ευρώ.",
        "Βαρύ πρόστιμο στη Φωτοβάση",
        "Η Εφημερίδα",
    ),
    Told(
        "uk",
        "ТОВ «Обличчя»",
        "Уповноважений з прав людини",
        "Штраф для ТОВ «Обличчя» за незаконну базу даних",
        "Жодна людина не давала на це згоди",
        "Олена Їжакевич",
        "речниця відомства",
        "Суд залишив штраф у силі.",
        "«Обличчя» оштрафовано",
        "Приклад Новини",
    ),
    Told(
        "ar",
        "شركة الوجوه المحدودة",
        "الهيئة الوطنية لحماية البيانات",
        "غرامة على شركة الوجوه بسبب قاعدة بيانات غير قانونية",
        "لا يجوز جمع صور الناس (أو بيعها) دون علمهم؛ هذا ما ينص عليه القانون رقم 12 لسنة 2021",
        "د. ليلى حدّاد",
        "المتحدثة باسم الهيئة",
        "فرضت الهيئة غرامة قدرها 25 مليون يورو في مايو 2024.",
        "الهيئة تغرّم شركة الوجوه",
        "صحيفة المثال",
    ),
    Told(
        "he",
        "פרצופים בע״מ",
        "הרשות להגנת הפרטיות",
        "קנס על פרצופים בע״מ בשל מאגר פנים לא חוקי",
        "איש לא הסכים לכך, ואין לכך (ולא היה לכך) בסיס בחוק, סעיף 17(א) משנת 1981",
        "ד״ר רות כהן",
        "דוברת הרשות",
        "הרשות הטילה קנס של 30.5 מיליון אירו, כ-25% מהמחזור.",
        "פרצופים נקנסה",
        "עיתון לדוגמה",
    ),
    Told(
        "zh",
        "面孔科技有限公司",
        "国家互联网信息办公室",
        "对面孔科技有限公司非法收集人脸信息的行政处罚",
        "任何组织和个人不得非法收集、使用、加工他人个人信息，违者将依法追究责任。",
        "王小明",
        "办公室发言人",
        "办公室责令该公司改正，并处罚款8000万元。",
        "面孔科技被罚",
        "示例日报",
    ),
    Told(
        "ja",
        "株式会社フェイスデータ",
        "個人情報保護委員会",
        "株式会社フェイスデータに対する勧告及び命令",
        "本人の同意なく顔画像を収集することは、個人情報保護法に違反する（第20条）。",
        "佐藤花子",
        "委員会事務局長",
        "委員会は同社に対し、2024年3月に是正を命じた。",
        "顔画像の無断収集で命令",
        "見本新聞",
    ),
    Told(
        "ko",
        "주식회사 얼굴정보",
        "개인정보보호위원회",
        "주식회사 얼굴정보에 대한 과징금 부과 처분",
        "정보주체의 동의 없이 얼굴 사진을 수집한 것은 개인정보 보호법 위반이다",
        "김민수",
        "위원회 대변인",
        "위원회는 회사에 과징금 30억 원을 부과했다.",
        "얼굴정보에 과징금",
        "예시일보",
    ),
)


def _source(number: int) -> BriefSource:
    told = TOLD[(number - 1) % len(TOLD)]
    return BriefSource(
        number, told.source, told.outlet, (told.speaker,), PartialDate("2024-05-06"),
        f"https://news.example/{number}", SourceKind.PRESS, sha256=f"{number:064x}", language=told.language,
    )  # fmt: skip


SOURCES = tuple(_source(number) for number in range(1, ACTIONS + 1))


def _cited(number: int) -> Citation:
    told = TOLD[(number - 1) % len(TOLD)]
    return cite(number, told.quote, f"{told.event} ", f" {told.source}")


def _action(number: int) -> BriefAction:
    told, cited = TOLD[(number - 1) % len(TOLD)], (_cited(number),)
    amount = euros(1_000_000 + number)
    facts = (
        BriefFact(FactField.RESPONDENT, told.respondent, cited),
        BriefFact(FactField.AUTHORITY, told.authority, cited),
        BriefFact(FactField.KIND, "Fine", cited),
        BriefFact(FactField.DECIDED, PartialDate("2024-05-06"), cited),
        BriefFact(FactField.AMOUNT, amount, cited, (Statement(told.event, cited),)),
    )
    ledger = (LedgerEntry(PartialDate("2024-05-06"), LedgerBasis.IMPOSED, amount, cited),)
    return BriefAction(told.title, facts, ledger)


def _compared(number: int, actions: int) -> ComparedAuthority:
    """The authority of every eighth action from this one on."""
    numbers = range(number, actions + 1, len(TOLD))
    cited = tuple(map(_cited, numbers))
    total = euros(sum(1_000_000 + one for one in numbers))
    return ComparedAuthority(
        TOLD[number - 1].authority, len(numbers), (f"Fine ({len(numbers)})",), (total,),
        PartialDate("2024-05-06"), cited,
    )  # fmt: skip


def brief_in_eight_scripts(actions: int = ACTIONS, page_size: PageSize = PageSize.A4) -> Brief:
    """Actions, quotes, events and sources, one in each language after the other."""
    numbers = range(1, actions + 1)
    told = [TOLD[(number - 1) % len(TOLD)] for number in numbers]
    positions = (
        BriefPosition(euros(30_500_000), (_cited(5),), chosen=True),
        BriefPosition(euros(25_000_000), (_cited(4),)),
    )
    return Brief(
        "Databases of faces: 执法, אכיפה",
        AS_OF,
        subtitle="Forty actions of eight authorities",
        organisation="Directorate for Digital Affairs",
        author="Ευαγγελία Ζήση",
        recipient="الوزير",
        marking="CONFIDENTIAL · سري · סודי",
        page_size=page_size,
        figures=(KeyFigure(str(actions), "actions"), KeyFigure("8", "scripts")),
        summary=(
            Statement("Eight authorities have acted.", (_cited(1), _cited(5))),
            *(Statement(one.event, (_cited(number),)) for number, one in zip(range(1, 9), TOLD, strict=True)),
        ),
        actions=tuple(map(_action, numbers)),
        authorities=tuple(_compared(number, actions) for number in range(1, len(TOLD) + 1)),
        appeals=(Statement(TOLD[3].event, (_cited(4),)), Statement(TOLD[5].event, (_cited(6),))),
        conflicts=(BriefConflict(TOLD[4].title, "Amount", positions, TOLD[4].event),),
        quotes=tuple(
            BriefQuote(one.quote, (_cited(number),), one.speaker, one.role, language=one.language)
            for number, one in zip(numbers, told, strict=True)
        ),
        events=tuple(
            BriefEvent(
                PartialDate(f"2024-0{1 + number % 9}"), one.event, (_cited(number),), lanes=(one.authority,)
            )
            for number, one in zip(numbers, told, strict=True)
        ),
        sources=SOURCES[: max(actions, 8)],
    )


if __name__ == "__main__":
    write_pdf(brief_in_eight_scripts(), Path(sys.argv[1]))
