"""Short forms and other spellings of first names as they are met in the UK: an own, modest list."""

from __future__ import annotations

# The full names, a colon, then what they are called for short.
_SHORT = """
katherine catherine kathryn katharine: kate katie kathy kath cath cathy katy kitty kat;
kathleen: kate kath kathy;
elizabeth elisabeth: liz lizzie lizzy beth betty bess bessie eliza libby betsy elsie lise;
margaret: maggie meg megan peggy peg marge margie greta maisie;
william: will bill billy willy liam wills; robert: rob bob robbie bobby bert;
richard: rich rick ricky dick richie; edward: ed eddie ted teddy ned; edmund: ed eddie;
james: jim jimmy jamie jem; john: johnny jack jon; jonathan johnathan: jon jonny jonno;
joseph: joe joey; joshua: josh; jacob jakob: jake; jack: jacky;
michael: mike mick mickey micky mikey; matthew: matt matty; christopher: chris kit topher;
christina christine kristina kirsten: chris chrissie tina kirsty; thomas: tom tommy;
timothy: tim timmy; anthony antony: tony ant; andrew: andy drew;
alexander: alex sandy xander lex alec ally; alexandra: alex sandra sandy lexi lexie;
alistair alasdair: al ally; benjamin: ben benny benji; daniel: dan danny; danielle: dani dan;
david: dave davey davy dai; dominic: dom; donald: don donny; douglas: doug dougie; elijah: eli;
francis: frank frankie fran; frances: fran frankie franny; frederick: fred freddie freddy;
gabriel: gabe; gabriella gabrielle: gabby gabi ella; gareth: gaz gary; gary: gaz gazza;
geoffrey jeffrey: geoff jeff; george: georgie; georgina georgia georgiana: georgie gina georgy;
gerald gerard: gerry jerry; gregory: greg; harold henry: harry hal hank; harriet: hattie harry;
isaac: ike zac; isabel isabella isobel isabelle: izzy bella izzie belle issy;
jacqueline: jackie jacqui jacky; jennifer: jen jenny jenni; jessica: jess jessie;
joanna joanne: jo joey; josephine: jo josie; judith: judy jude; julian: jules;
juliet julia julie: jules; kenneth: ken kenny; laurence lawrence: larry laurie loz;
leonard: len lenny leo; lucas: luke; lucinda: lucy cindy; madeleine madeline: maddie maddy;
martin: marty; mary: molly polly mae; maximilian maxwell: max; melanie: mel; melissa: mel lissa;
mohammed muhammad: mo; nathan nathaniel: nate nat; natalie natasha: nat tasha tash;
natalia: nat talia; nicholas nicolas: nick nicky nico; nicola nicole: nicky nikki nic;
oliver: ollie olly; olivia: liv livvy ollie; pamela: pam; patricia: pat trish tricia patsy patty;
patrick: pat paddy; peter: pete; philip phillip: phil pip; philippa: pippa pip;
rachel rachael: rach rachie; raymond: ray; rebecca rebekah: becky becca bex beck;
reginald: reg reggie; ronald: ron ronnie; rosemary: rose rosie; roseanne rosalind: rose rosie roz;
samuel: sam sammy; samantha: sam sammy; sarah sara: sally sadie; sebastian: seb bas;
sophia sophie: soph; stephen steven: steve stevie ste; stephanie: steph stef;
stuart stewart: stu stew; susan suzanne susanna: sue susie suzie suze suzy; sylvester: sly;
tamara: tam tammy; terence: terry tel; teresa theresa: terry tess tessa; theodore: theo ted;
tobias: toby; valerie: val; veronica: ronnie vera; victor: vic; victoria: vicky vicki tori vic;
vincent: vince vinny; vivienne vivian: viv; walter: wally walt; winifred: winnie freda;
zachary zachariah: zac zach zack; abigail: abby abbie gail; adrian: ade; agnieszka: aga; alan: al;
albert: bert bertie al; alfred: alf alfie; amanda: mandy; amelia: millie milly amy;
angela: angie ange; annabel annabelle: bella anna; antonia: toni; archibald: archie;
arthur: artie art; barbara: barb babs; bartholomew: bart; beatrice beatrix: bea trixie;
bernard: bernie; bernadette: bernie; bradley: brad; bronwen bronwyn: bron; callum calum: cal;
cameron: cam; caroline: caz carrie caro; charles: charlie chas chuck;
charlotte: charlie lottie char; chloe: clo; clifford: cliff; constance: connie; cynthia: cindy;
deborah debra: deb debbie debs; dorothy: dot dotty dolly; eleanor elinor: ellie nell nelly nora;
emily: em millie emmy; emma: em emmy; esther: essie; eugene: gene; florence: flo florrie;
gillian: gill jill; grace: gracie; gwendolyn gwendoline: gwen; hannah: han;
helen helena: nell lena; ignatius: iggy; imogen: immy; jasmine: jas jazz; katarzyna: kasia;
kayleigh: kay kayls; kimberley kimberly: kim; krzysztof: krzys; kwabena: kobby; leanne: lee;
lillian lilian: lily lil; louisa louise: lou lulu; malgorzata: gosia; marilyn: mary;
matilda: tilly mattie; mercedes: mercy; millicent: millie milly; miriam: mimi; nigel: nige;
olufemi: femi; oluwaseun: seun; oluwatobi: tobi; oluwafemi: femi; oluwadamilola: dami damilola;
adebayo: bayo ade; adeola: ade; temitope: temi tope; oluwatosin: tosin; ayodele: ayo dele;
chukwuemeka: emeka; ngozichukwu: ngozi; penelope: penny; priscilla: cilla; rafael raphael: raf;
prudence: prue; rhiannon: rhi; roderick: rod roddy; rodney: rod; shannon: shan; siobhan: shiv;
sidney sydney: sid syd; spencer: spence; tabitha: tabby; thaddeus: tad; tyler: ty; ursula: urszula;
yvonne: von
"""

# Spellings of one name, met side by side.
_SPELT = """
mohammed muhammad mohamed mohammad muhammed mohamad mohamud muhamed mohd muhamad;
kayleigh kaylee kayley kaylie kaleigh kailey caylee kaylei kayliegh kayleah;
catherine katherine kathryn katharine catharine cathryn katheryn; stephen steven stephan;
sean shaun shawn shaune; jon john; sarah sara; ann anne; claire clare clair; alan allan allen;
philip phillip; lee leigh; gillian jillian; rhys reece reese rees; owen eoin owain;
ewan euan ewen iwan; callum calum; connor conor conner; aiden aidan ayden aaden;
jayden jaden jaiden jaydon; kieran kieron ciaran keiran kieren; lewis louis;
michaela mikayla makayla mikaela michela; chloe khloe cloe; zoe zoey; sophie sofie sophy;
sophia sofia zofia; isabel isobel ysabel isabelle isabell; isabella izabella isabela;
ahmed ahmad achmed ahmet; hussein hussain husayn husain hossain hussayn; hassan hasan;
aisha ayesha aysha aishah aiesha ayisha; fatima fatimah fatema fatma fatoumata;
yusuf yousef youssef yusef yousuf yusof; ibrahim ebrahim; zainab zaynab zeinab zaineb; omar umar;
usman osman uthman; khadija khadijah khadeeja hadija; abdullah abdulla abdallah;
abdirahman abdurahman abdulrahman; hamza hamzah; mustafa mustapha moustafa;
maryam mariam miriam meryem; samira sameera; jamal jamaal jamel; karim kareem; nadia nadiya;
rahim raheem; rashid rasheed; saeed sayeed; tariq tarek tareq;
yasmin yasmine jasmine jasmin yasmeen; harpreet harprit; gurpreet gurprit; jaspreet jasprit;
siobhan shivaun chevonne shevaun; niamh neve nieve; aoife eefa; caoimhe keeva kweeva;
saoirse sersha; sinead shinade; orla orlagh; roisin rosheen;
caitlin kaitlyn katelyn kaitlin catelyn caitlyn katelin; megan meghan meagan; rachel rachael;
rebecca rebekah; hannah hanna; leah lia lea; lily lilly lillie; layla leila leyla laila;
jasmin jasmine; kiera keira ciara; tiegan teagan tegan teigan; demi demie; georgia jorja;
abbie abby abi abbey; evie evi; ellie elly; millie milly; maisie maisy mazie;
alicia alisha alesha aleesha; aleena alina; amelia emelia emilia; eleanor elinor eleanore;
erin eryn; freya freyja; gemma jemma; geoffrey jeffrey; graham graeme; kelsey kelsie;
kirsty kirstie; kristian christian; christopher kristopher; lauren loren lauryn;
lyndsey lindsay lindsey lyndsay; madison maddison; mathew matthew; natalie nathalie;
nicholas nicolas nikolas; nicola nichola; reagan regan; riley reilly rylee ryleigh; shane shayne;
stuart stewart; teresa theresa; toni tony; tracey tracy; yvonne evonne; jozef josef joseph;
oluwaseun oluseun; chukwuemeka emeka; dmitri dmitry dimitri; aleksandra alexandra;
aleksander alexander aleksandr
"""

# Words in the dictionary that are nearly always a name where people are written about.
_READ_AS_NAMES = """
abbey ahmed albert alfred ali amina amir arnold bailey barney barry begum benny betty billy bobby
bonnie brad brandy carter charlie chas chris colin cooper dan danny davy debby dexter dolly don
duncan ed eric fanny felix fletcher francis fred gabby george georgie gilbert harper harry hector
henry hussein jack jake james jamie jane jean jenny jeremy jerry jess jesse jill jimmy joe john
johnny jordan joseph josh judy kaur kelly ken kenny khan kip kitty laura lee len lenny leo lewis
louis lucas lucy luke madge madison maggie marcel maria martin mason matt mickey mike mo molly
morgan morris nancy nelly nelson nick oliver ollie omar oscar paddy pam parker patel peggy pete
peter phil philip pippin polly ralph reg rex robbie rodney roger ron roy sally sam sammy saul
sawyer sheila sid simon singh smith stacey stella steven taylor ted teddy terry tess thatcher tim
toby tom tommy tony tyler valentine vic victor victoria vincent wally walter wendy willy zack
"""


def _groups(lines: str) -> list[str]:
    return [" ".join(group.split()) for group in lines.split(";")]


def _short_forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in _groups(_SHORT):
        full, _, short = group.partition(":")
        for name in full.split():
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *short.split())))
    return found


def _full_forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for full, short in SHORT_FORMS.items():
        for name in short:
            found[name] = (*found.get(name, ()), full)
    return found


def _spellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in _groups(_SPELT):
        names = group.split()
        for name in names:
            others = (each for each in names if each != name)
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *others)))
    return found


# All in small letters, without accents.
SHORT_FORMS = _short_forms()
FULL_FORMS = _full_forms()
SPELLINGS = _spellings()
READ_AS_NAMES = frozenset(_READ_AS_NAMES.split())
