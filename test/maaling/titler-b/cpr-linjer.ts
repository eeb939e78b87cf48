/**
 * Titles with a personal number in them, as departments write them. {c} is a number in any of the spellings beside, {a} the usual one, {r} ten
 * digits in a row, {d} and {s} its two halves, {f} the date with dots, {D} day, {M} month, {Y} year of two digits, {Å} of four; {b} is another person's number.
 */
export const CPR_LINJER: readonly string[] = `
{c} - anmodning om aktindsigt
{c}
Anmodning om aktindsigt {c}
Udbetaling Danmark: forespørgsel på {c}
SV: {c} sygedagpenge, opfølgning uge 34
VS: VS: Haster! {c} mangler partshøring
FW: Lægeattest LÆ 285 {c}
RE: re: {c}
Sv: Sv: Vs: borger {c} har ikke fået svar
Lægekonsulentens vurdering, cpr {c}
CPR-nr.: {c} Statusattest fra speciallæge
Cpr.nr {c} ambulant notat ortopædkirurgisk afd.
cprnr{r}
cpr:{r}
CPR{r}_epikrise.pdf
Epikrise {a}.pdf
Genoptræningsplan_{r}_20231104.pdf
Genoptræningsplan-{d}-{s}.docx
{d}{s}_laegeerklaering_scannet.tif
Scan_{d}_{s}_side1.pdf
SKAN0042_{r}.PDF
IMG_2044 ({a}).jpg
Kopi af pas {c}
Kopi af sygesikringsbevis, {c}, modtaget i Borgerservice
Personnummer {c} ændret efter faderskabssag
Navneændring for personnr. {c}
P-nr. {a} indkaldt til samtale
Pers.nr. {c} - bevilling af hjælpemiddel
Sagsnr. {a} Merudgifter voksne
Sag {a}: dispensation fra skattefri karensperiode
J.nr. {a}, supplerende oplysninger
Journalnr {a} Tandpleje, specialtilbud
Sagsid {a} Førtidspension - rehabiliteringsplan
Borger: {c} / kontanthjælp
Borger-id {a} visitation til plejebolig
Klient {c} afsluttet i forløb
Patient {c} udskrevet til midlertidig plads
Pt. {c} udskrives 14/3, ønsker hjemmepleje
Barn {c}: skoleudtalelse
Barnets cpr.: {c}. Underretning § 153
Underretning vedr. {c} og {b}
Søskende {a}, {b}: ansøgning om fripladstilskud
Mor {a} far {b} barn under 1 år
Forældremyndighed ændret: {a} -> {b}
Ægtefælle {c} lagt på sagen
Værge for {c}
Efterlevende ægtefælle {c}
Debitor {c} lønindeholdelse 12 %
Restance ejendomsskat debitor {r}
Inddrivelse_{r}_rykker 3
Gæld for {c} eftergivet
Kreditor 0000123456 debitor {a}
Rykkerskrivelse 2 - {c} - daginstitution
Betalingsaftale {c}, 500 kr. pr. måned
Modregning i boligstøtte - {c}
Boligstøtte {c} tilbagebetaling for 2022
Indskudslån {c} Boligselskabet Nordlyset afd. 14
Byggesag Birkevej 12, ejer {c}
Ansøger {c} - carport
BBR-rettelse, ejer cpr {c}
Nabohøring indsigelse fra {c}
Skilsmisse. {c} flyttet fra Skovvej 3
Anmeldelse af flytning {c} til udlandet
Udrejst {c}
Bopælsregistrering, {c} efterlyst
Indfødsret, {c}
Opholdsgrundlag {c} integrationsprogram
Danskuddannelse 2 modul 3 ({c})
Mentor bevilget ({c}) 4 timer ugentligt
Ressourceforløb ({a})
[{a}] Jobafklaring
<{a}> Fleksjob
"{a}" Revalidering
#{r} hjemmetræning
Fleksjob;{r};2023
12345;{a};Sygedagpenge
2023-11-04 {a} Journalnotat
04-11-2023 {c} Telefonnotat
20231104_{r}_notat
20231104-{a}
04.11.23 {a} opkald fra borger
Kl. 10.15 ringede {c} om sin ydelse
Ringet til {c} på 20 12 34 56
{a} 20123456 ønsker at blive ringet op
Tlf.notat {a} tlf. 20123456
Mail fra hr@firma.dk vedr. medarbejder {c}
Udb. {a} kr. 4.250,00
Kontering konto 4512 {a}
NemKonto {a} ændret
Bilag 4 {a} Budgetskema
Bilag 3b: {c}, kontoudtog
Akt. {a} bilag 17
Dok.nr. 4471-22, {a}
Dokument 3 af 7 - {r}
EMN-2022-03311 {a} Afgørelse
22/014771 {a} Partshøring
2022-0147713 {r} Partshøring
S21-44871: {a}
27.36.04-G01-12-22 {a}
KLE 32.24.04 {a} helbredstillæg
27.03.00 {r} akt 2
Helbredstillæg{a}tandlæge
bevilling{r}kørestol
abc{r}
Kørselsgodtgørelse ({d} {s})
Elev {c} flyttes til 4.B
Elev: {c} PPV fra Søndervangskolen
Skoleudsættelse {c}
Indstilling til PPR / {c} / 3. klasse
Specialskole {c} ny visitation
SFO-indmeldelse {c} fra 1. august
Vuggestueplads {c} pasningsgaranti
Pladsanvisningen {c} udmeldt pr. 31.12
Støttepædagog 10 timer, barn {r}
Tandregulering {c} klage
Sundhedsplejerske, 8 mdr. besøg {c}
Høreapparat {c} Oticon
Handicapbil, {c}. Afslag
Parkeringskort {c}
BPA ordning {c} tilsyn 2023
Magtanvendelse {c} indberetning 4/23
Bostedet Lunden - {c} - handleplan
Herberg § 110 {c} ophold 12 døgn
Misbrugsbehandling {c} døgn
Substitution metadon {c}
Psykiatrisk afd. P udskrivning {c}
Tvangsfjernelse {c}
Anbringelse {a} plejefamilie ved {b}
Børnefaglig undersøgelse, {c} (2 børn)
Statsforvaltningen: samvær {c}
Dødsbo {c} boudlæg
Begravelseshjælp afdøde {c}
Afdøde: {f}-{s}
født {f}-{s}
Født d. {D}/{M} {Å}, de sidste fire er {s}
Født {f} (sidste 4 cifre {s})
Fødselsdato {f}, løbenr. {s}
fødselsdag {d} og så {s}
{d} - de fire sidste: {s}
{D}.{M}.{Y}.{s}
{D} {M} {Y} - {s} visitation
{D}-{M}-{Y}-{s} visitation
{D}/{M}/{Y} {s}
{D}.{M}.{Å} {s} indkaldelse
{D}{M}{Å}-{s} indkaldelse
{d}-xxxx rettet til {d}-{s}
{d}.{s}
{d}/{s} Flytning
{d}_{s}
{d}:{s}
{d}*{s}
{d}+{s}
{d}={s}
{d}({s})
{d} ({s})
{d}, {s}
{d} / {s}
{d}--{s}
{d} -- {s}
{d}~{s}
{d}|{s}
{d}'{s}
({d}-{s})
DK{r}
nr{r}nr
{r}/{b}
Fælles {a}+{b}
CPR.NR.{a}AFSLAG
ANSØGNING OM ENKELTYDELSE {a}
UDSKRIFT AF FOLKEREGISTERET {c}
Straffeattest {c} pædagogmedhjælper
Børneattest, ny medarbejder {c}
Ansættelseskontrakt {c}
Lønmodtager {c} refusion § 56
Sygemeldt {c} arbejdsgiver ISS CVR 28504799
Faktura 4471 vedr. {a}
Faktura for {a}, ledsagelse
Regning tandlæge - pt. {a} - 2.450 kr.
Kvittering {c} briller
EAN 5798000123456, borger {a}
CVR 12345678 ansat {a}
P-nummer 1003456789, medarbejder {a}
Matr.nr. 12 ab, ejer {a}
Vedr.:{c}
Ang.{c}
Til sagen{a}
Ønsker flere oplysninger om {c}?
Hvem har sagen på {c}!
se også {c}...
`
  .split('\n')
  .filter(Boolean)
