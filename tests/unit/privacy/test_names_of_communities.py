"""Names of the communities that social work in these islands meets; every person is invented."""

from __future__ import annotations

import pytest

from app.domain.identifier import IdentifierKind
from tests.unit.privacy.marked import detector

_NAMES = """
Kayleigh-Anne Postlethwaite, Rhodri ap Gethin, Llŷr Prydderch, Mhairi MacAskill, Eilidh Urquhart,
Saoirse Ní Bhriain, Seán Ó Cathasaigh, Oisín McGonagle, Margaret-Ann Quilligan, Bridie Maughan,
Agnieszka Wiśniewska, Wojtek Szczepański, Ionuț Ciobanu, Lenuța Caldarar, Rūta Kazlauskienė, Jānis
Bērziņš, Svitlana Kovalchuk, Oleksandr Hnatyuk, Desislava Todorova, Çağla Yıldırım, Emirhan
Özdemir, Berivan Doski, Rebaz Hawrami, Hodan Warsame, Abdirahman Jimale, Tesfalem Gebremedhin,
Selamawit Haile, Zeinab Eltayeb, Oluwatobiloba Adeyemi, Ngozi Okonkwo, Chukwuemeka Nwachukwu,
Hauwa Abubakar, Akosua Boateng, Kwabena Frimpong, Fatoumata Jallow, Tatenda Mapfumo, Nokuthula
Ndlovu, Dieumerci Mutombo, Merveille Kabongo, Immaculée Uwimana, Wanjiku Kariuki, Shanique
Nembhard, Delroy Brathwaite, Gurpreet Dhaliwal, Harjinder Sanghera, Jignesh Vaghela, Hetal
Kotecha, Moumita Chakraborty, Shagufta Mehmood, Zulfiqar Qureshi, Rezaul Chowdhury, Thivya
Sivakumar, Dilrukshi Weerasinghe, Sujith Kuriakose, Pemba Gurung, Zarmina Stanikzai, Najibullah
Popal, Niloufar Hosseini, Haneen Al-Masri, Abd al-Karim Darwish, Xiaoling Zheng, Siu-Ming Kwok,
Nguyễn Thị Hoa, Min-Jun Yoon, Maricel Magbanua, Inês Gonçalves, João Figueiredo, Ximena Quintero,
Giuseppe Esposito, Eleftheria Papadopoulou, Arbër Krasniqi, Teuta Hoxha, Jelena Kovačević, Zsófia
Szabó, Dezider Horváth, Vojtěch Dvořák, Yehudis Halberstam, Shloime Teitelbaum, Siobhan
O'Shaughnessy, Jean-Luc Lefebvre, Annika van der Berg, José Luis de la Cruz, Zephaniah Cumberbatch
"""
NAMES = [" ".join(each.split()) for each in _NAMES.split(",")]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "sentence",
    ["I wondered what {} made of us.", "{} was waiting when I came.", "{}’s file is thin."],
)
def test_a_whole_name_is_found(name, sentence):
    text = sentence.format(name)
    start = text.index(name)

    (found,) = detector().find(text)

    assert (found.start, found.end) == (start, start + len(name))
    assert found.kind is IdentifierKind.NAME


@pytest.mark.parametrize("name", NAMES)
def test_a_first_name_alone_is_found(name):
    first = name.split()[0]
    text = f"It was {first} who rang, and {first} was calm."

    found = [text[each.start : each.end] for each in detector().find(text)]

    assert found == [first, first]


def test_accents_and_apostrophes_make_no_difference():
    for text in ("I saw Siân.", "I saw Sian.", "I saw Sia\u0302n.", "I saw O’Shaughnessy."):
        assert len(detector().find(text)) == 1, text
