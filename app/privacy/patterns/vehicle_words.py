"""Words around registrations of vehicles, and words that read as the letters of one."""

from __future__ import annotations

from app.privacy.patterns.passage import word_set

# Capitals behind the number of a section or of a school year: "S47 PLO", "Y10 SEN".
ABBREVIATED = word_set(
    """
    CLA LAC PLO ICO EPO CIN CPP CPC EHC SEN PRU FHD IRH CMH SGO MDT IRO IRM MGM RCC CSE CCE DHR
    SW NHS PM AM GCSE BTEC MPH KPH KM MB GB TB HRS MIN PCF CPD KSS HCPC SWE PIP ESA JSA UC DLA PRN
    A E CT MRI ECG ASB AND THE FOR WAS HAS CAM MUM DAD ATT REF TAF TAC FGC CPN CMT SDQ DOB NHS YOT
    MET GCP
    """
)
VEHICLES = (
    "reg registration plate plates vrm car cars van vehicle taxi minicab cab lorry motorbike bike "
    "moped scooter minibus vauxhall ford bmw audi corsa fiesta astra golf mini transit focus polo "
    "clio corolla nissan toyota honda kia hyundai mercedes merc peugeot renault skoda volvo jaguar "
    "rover micra qashqai tesla mazda suzuki citroen fiat zafira vrn index numberplate minivan "
    "campervan "
    "camper motorhome quad trailer jeep seat leon ibiza octavia passat insignia mokka juke puma "
    "kuga "
    "galaxy sharan picanto yaris aygo civic jazz i10 i20 clubman berlingo vivaro sprinter trafic "
    "ka "
    "defender discovery freelander twingo megane scenic punto panda saxo"
)
VEHICLE_WORDS = word_set(VEHICLES)
DRIVING = VEHICLE_WORDS | word_set(
    """
    drive drives drove driving driven parked parking driver hatchback saloon engine ferry dvla anpr
    windscreen bonnet boot headlights motorway speeding sped mot insured tyres hgv
    """
)
# Three letters that are a word, behind what may be the letters and the year of a registration.
WORDS_OF_THREE = word_set(
    """
    act add age ago aid air all and any are arm art ask ate bad bag ban bar bed bet big bit box boy
    bus but buy can car cat cry cup cut dad day did die dog due ear eat egg end eye far fat few fit
    fix fly for fun gap get god got gun guy had has hat her hey him his hit hot how hug ice ill its
    job key kid lad law lay led leg let lie lot low mad man many map may men met mix mum nan net new
    nor not now nut odd off old one our out own pay pen per pet put ran red rep rev row run sad sat
    saw say sea see set sex she sit six son soon sub sue sum sun tax tea ten the tie tip too top toy
    try two use van via war was way wet who why win won yes yet you fab phd gov vet rep mat lap hub
    """
)
# Two letters that stand before a number in other business: "yr10", "wk12", "no12".
OTHER_STARTS = word_set(
    "yr wk pg pp no ch ks cp ex eg am pm at by in on or of to up as we me he be"
)
