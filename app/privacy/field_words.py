"""Words of the field: with one of them a run of capitals is a role, a service or a paper."""

from __future__ import annotations

from app.privacy.patterns.passage import word_set

OF_THE_FIELD = word_set(
    """
    team manager managers worker workers educator educators executive chief practitioner
    practitioners service services officer officers director head assistant deputy senior principal
    lead leads coordinator consultant nurse doctor visitor visitors social care child children
    children's childrens family families adult adults early help support plan plans planning panel
    meeting meetings conference conferences review reviews assessment assessments report reports
    form forms referral referrals order orders court courts legal aid credit universal office
    department education health mental probation youth justice training learning development
    practice reflective supervision supervisor safeguarding protection need public law outline crown
    act acts bill code guidance framework frameworks model models approach approaches standard
    standards regulation regulations regulatory inspection inspector board committee government
    local authority national central group core strategy hub front door duty emergency hours contact
    life story book work direct quality assurance audit data performance policy policies procedure
    procedures human resources business finance systems system case cases file files record records
    note notes chronology genogram star triangle wheel scale tool tools questionnaire inventory
    profile checklist matrix toolkit workbook programme programmes program parenting course workshop
    webinar week day days month awareness world international bank holiday new year high low medium
    risk level tier stage step phase special guardianship interim private fostering foster kinship
    connected person persons personal adviser advisor pathway transition leaving after edge google
    microsoft zoom teams word excel outlook parent parents mother father mum dad carer carers
    guardian judge appropriate voluntary views wishes feelings section part chapter question answer
    theory cycle reflection reflections journal week's today summary action actions goal goals
    skills skill knowledge values value ethics ethical identity culture power anti oppressive
    evidence research critical analysis emotional resilience wellbeing well-being self trauma
    attachment strengths solution focused person-centred relationship relationships based systemic
    motivational narrative active listening assessed supported newly qualified employment supported
    advanced domestic abuse violence sexual exploitation county lines modern slavery missing looked
    unaccompanied asylum seeking age disputed foreign home secretary minister prime parliament lords
    commons supreme appeal high chief constable police custody sergeant inquiry enquiry tribunal
    scandal academic degree masters msc ba university college school schools nursery hospital prison
    internet christmas easter god lord happy best dear yours kind regards thank please note
    important urgent confidential draft final version page appendix table figure monday tuesday
    wednesday thursday friday saturday sunday north south east west northern southern eastern
    western middle united great british european union states kingdom common good white black asian
    red amber green blue mail times guardian twitter facebook tiktok whatsapp youtube netflix
    instagram xbox fortnite roblox minecraft disney harry potter star wars doctor who peppa pig paw
    patrol love island strictly benefit tax allowance income attendance disability living payment
    independence pip independent reviewing chair vice clerk usher magistrate magistrates solicitor
    barrister counsel specialist advocate advocacy interpreter intermediary psychologist
    psychiatrist therapist therapy play art music speech language occupational physiotherapist
    paediatric paediatrician designated named gp hv sw mother's union signs safety together working
    circle security story stories letter letters email emails phone text video call calls first last
    next second third one two three four five six seven eight nine ten big my your our his her their
    lessons lesson learned week thinking fast slow mind heart body brain window tolerance drama hand
    letter letters secret garden nobody somebody everyone anyone all both most many some any no none
    what why how when where who which yes so but and then now also still just only even again well
    oh
    """
)
