"""The language of a text, told offline by its commonest words."""

import pytest

from casefile.reading.language import tell_language

_SENTENCES = {
    "en": "A court in Dublin has upheld the penalty that was imposed on the bank last year.",
    "de": "Das Gericht hat die Strafe bestätigt, die im vergangenen Jahr gegen die Bank verhängt worden war.",
    "fr": "L’autorité a infligé une amende à la société pour avoir conservé les données trop longtemps.",
    "nl": "De rechtbank heeft de boete die vorig jaar aan de bank werd opgelegd in stand gelaten.",
    "it": "Il tribunale ha confermato la sanzione che era stata inflitta alla banca lo scorso anno.",
    "es": "El tribunal ha confirmado la sanción que fue impuesta al banco el año pasado.",
    "pt": "O tribunal confirmou a sanção que tinha sido aplicada ao banco no ano passado.",
    "sv": "Myndigheten utfärdade på tisdagen en avgift mot bolaget för att det sparat uppgifter för länge.",
    "da": "Retten har stadfæstet den bøde, som banken blev pålagt sidste år, oplyser myndigheden.",
    "nb": "Retten har opprettholdt gebyret som banken ble ilagt i fjor, ifølge en melding fra myndigheten.",
    "pl": "Sąd utrzymał w mocy karę, która została nałożona na bank w zeszłym roku.",
    "fi": "Tuomioistuin on pitänyt voimassa sakon, joka pankille määrättiin vuonna 2023 ja jota se vastusti.",
    "cs": "Soud potvrdil pokutu, která byla bance uložena v loňském roce, a zamítl její žalobu.",
    "el": "Το δικαστήριο επικύρωσε το πρόστιμο που επιβλήθηκε στην τράπεζα.",
    "ja": "裁判所は昨年銀行に科された制裁金を支持した。",
    "zh": "法院维持了去年对该银行的罚款。",
    "ko": "법원은 지난해 은행에 부과된 과징금을 유지했다.",
}


@pytest.mark.parametrize("language", _SENTENCES)
def test_one_sentence_tells_its_language(language: str) -> None:
    assert tell_language(_SENTENCES[language]) == language


def test_few_words_tell_nothing() -> None:
    assert tell_language("Fine upheld in Dublin") == ""


def test_declared_language_settles_what_is_near_and_nothing_else() -> None:
    norwegian = (
        "Datatilsynet ila tirsdag selskapet et gebyr på to millioner euro for å ha lagret det for lenge."
    )
    assert tell_language(norwegian, "nb") == "nb"
    assert tell_language(_SENTENCES["en"], "de") == "en"
