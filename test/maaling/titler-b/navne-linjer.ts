/**
 * Titles with somebody's name in them, as departments write them. {n} is a whole name and {m} one with a middle name, {f} a first name, {e} a
 * surname, each with s for the genitive ({ns}); {o} has the surname first, {i} an initial, {u} a name as it stands in a file. N, F and E in capitals
 * are another person's. A line after ~ is written in small letters, one after ^ in capitals.
 */
export const NAVNE_LINJER: readonly string[] = `
{n}
{m}
{o}
{n} - sygedagpenge
{n}, opfølgningssamtale
{o} - flytteafregning
{n} (mor)
{n} (bisidder) deltager
{f} (søn)
Samtale med {n}
Samtale med {f}
Samtale med {fs} far
Møde {n} og {N}
Møde med {f} og {F}
Møde vedr. {f}
Møde ang. {f} d. 14/3
Telefonsamtale {n}
Telefonnotat, {n} ringer
Tlf. fra {f}
Opkald fra {n} kl. 10.15
Ringet til {f}
{f} har ringet
{f} ringede
{f} kommer ikke til mødet
{f} og {F} er flyttet fra hinanden
{f} flytter hjem til {F}
{f} ønsker ny kontaktperson
{f} skal starte i skole
{f} bor hos sin mor
{f} er indlagt
{f} mødte ikke op
{n} er udeblevet
{n} har klaget over naboen
Klage fra {n}
Klage over {n}
Klage over sagsbehandler {n}
Henvendelse fra {n}
Henvendelse fra {o}
Mail fra {f}
Mail fra {n} 3. maj
Mail til {n} vedr. støj
Svar til {f}
Svar til {n}
SV: {n}
SV: Møde med {n}
VS: {n} - underretning
FW: {n} afslag på ydelse
Re: {fs} skolegang
Brev til {n}
Brev fra {n} modtaget 12.3.
Partshøring {n}
Partshøring af {n}
Partsrepræsentant {n}
Fuldmagt til {n}
Fuldmagt fra {n}
Aktindsigt {n}
Aktindsigt - {o}
Anmodning om aktindsigt fra {n}, Ekstra Bladet
Underretning om {n}
Underretning vedr. {f}
Underretning {fs} skole
Udtalelse om {f} fra børnehaven
Udtalelse fra lærer {n}
Skoleudtalelse {f} 3.B
Status {f}
Status på {f}
Statusnotat {f} uge 12
Handleplan {f}
Handleplan for {n}
Børnefaglig undersøgelse af {f} og {F}
{fs} handleplan
{fs} børnefaglige undersøgelse
{ns} ansøgning
{es} ansøgning
{ns} bil holder på fortovet
{fs} tandlæge
{fs} mor ønsker samvær
{fs} plejefamilie
Samvær {f} og far
Samvær mellem {f} og {F}
Samvær hos {f}
Overvåget samvær {n}
Anbringelse af {f}
Aflastning til {f}
Aflastning hos {n}
Plejefamilie {e}
Plejefamilien {n}
Plejefamilien {n} og {N}
Plejemor {f}
Familien {e}
Familien {e} - vandskade
Fam. {e}
Familie {e} visitation
Mor {f}
Mor {f} mødt alene
Mor, {n}
Far: {n}
Far {f} har misbrug
hos far {f}
Mormor {f} passer barnet
Farfar {f} tilbyder hjælp
Bror {f} bor hjemme
Søster {n} kontaktet
Storebror {f} anbragt
Halvsøster {f}
Tvillingerne {f} og {F}
Børnene {f} og {F}
Børn: {f}, {F}
Barn {f} 7 år
Sønnen {f}
Datteren {f} flytter ind
Datter {n} er pårørende
Niece {n} kontaktperson
Onkel {f} har værelse
Svigermor {f} indlagt
Stedfar {f}
Papfar {n}
Ekskone {n}
Ekskæreste {f}
Kæreste {f} flyttet ind
Kæresten {f} skal godkendes
Samlever {n}
Samlever {f} selvforsørgende
Ægtefælle {n}
Ægtefælle: {n}
Ægtefælle {o} medunderskriver
Gift med {n}
Skilt fra {n}
Bor sammen med {n}
Bor hos {f}
Bor til leje hos {n}
Logerende {n}
Udlejer {n}
Lejer {n}
Lejemål, {n}, opsagt
Nabo {n}
Naboen {n} klager over hegn
Nabo {e} klager
Genbo {f} har hund
Ejer {n}
Ejer: {o}
Ny ejer {n}
Ansøger {n}
Ansøger: {n}
Ansøgning fra {n}
Ansøgning {n}
Ansøgning om carport, {n}
Byggeansøgning v/ {n}
Ved {n}
v/ {n}
c/o {n}
att. {n}
Att: {f}
Vedr. {n}
Vedr.: {n}
Vedr. {o}
vedr {f}
ang. {n}
ang. {fs} bolig
om {n}
Til {n}
Til {f} fra sagsbehandler
Fra {n} til Borgerservice
Hr. {e}
Hr {e}
Fru {e}
Frk. {n}
Hr. og fru {e}
Herr {e} ønsker møde
Fru {e} fra plejehjemmet
Dr. {e}
Læge {n}
Læge {e} udtaler
Lægeattest fra dr. {e}
Egen læge {n} orienteret
Overlæge {n}, psykiatrien
Psykolog {n}
Psykolog {f} afslutter forløb
Advokat {n}
Adv. {e} begærer aktindsigt
Arkitekt {n} sender tegninger
Sagsbehandler {n}
Sagsbeh. {f}
Rådgiver {f} på ferie
Kontaktperson {n}
Kontaktpædagog {f}
Kontaktlærer {f}
Støtteperson {n}
Mentor {n}
Tolk {n}
Værge {n}
Værge: {n}
Værgemål {n}
Bisidder {f}
Pårørende {n}
Pårørende: {f}
Pårørendesamtale {f}
Borger {n}
Borger: {o}
Borgeren {f} ønsker nyt møde
Patient {n}
Pt. {n}
Elev {n}
Elev {f} 5.A
Eleven {f} har fravær
Medarbejder {n}
Lærer {f} bekymret
Leder {n} har skrevet
Debitor {n}
Debitor {o}
Skyldner {n}
Rykker 2 {n}
Restance {n}
Betalingsaftale {n}
Lønindeholdelse {n}
Gæld {n}
Dødsbo {n}
Dødsbo efter {n}
Boet efter {n}
Afdøde {n}
Begravelseshjælp {n}
Bisættelse {n}
Boudlæg, {m}
Hustru {f}
Enke efter {n}
Navneændring {n}
Faderskab {f}
Faderskabssag {n} / {N}
Forældremyndighed {n} og {N}
{n} / {N}
{n} ./. {N}
{n} & {N}
{n}; {N}
{f} + {F} samtale
{f}, {F} og {F}
{f} {e}, skoleudsættelse
Notat {n}
Notat - {n}
Notat om {f}
Journalnotat {f}
Samtalenotat {n}
Referat {n}
Referat af netværksmøde, {f}
Netværksmøde {f}
Netværksmøde for {n}
Rundbordssamtale {f}
Opfølgning {f}
Opfølgning på {f}
Opfølgning {o}
Visitation {n}
Visitation af {f}
Revisitation {n}
Udredning {f}
Udredning af {n} hos PPR
PPV {n}
PPR: {f}
Testrapport {f}
Epikrise {n}
Epikrise vedr. {o}
Udskrivning {n}
Indlæggelse {n}
Genoptræning {n}
Genoptræningsplan - {n}
Statusattest {n}
LÆ 265 {n}
Henvisning {n}
Medicinliste {n}
Tandpleje {f}
Sundhedsplejerske - {f} 4 mdr.
Hjælpemiddel {n}
Kørestol til {f}
Hjemmepleje {n}
Hjemmepleje hos {f}
Hjemmebesøg hos {n}
Hjemmebesøg {f} d. 4.
Tilsyn hos {n}
Tilsynsbesøg {n}
Aktivering {n}
CV {n}
CV_{u}.pdf
{u}.pdf
{u}_CV.docx
Ansøgning_{u}.pdf
{u} - pas.jpg
Scan {n}.pdf
Epikrise_{u}_2023.pdf
2023-11-04_{u}_referat.docx
Kontoudtog {n}.pdf
Kopi af pas, {n}
Kopi af pas for {n} og {N}
Lejekontrakt {n}
Lønseddel {n} august
Lønsedler_{u}_jul-sep.pdf
Ansættelsesbrev {n}
Straffeattest {n}
Børneattest {n}
Opsigelse {n}
Sygemelding {n}
Sygdom {f}
Fravær {n}
Fravær - {f}
Bekymringsskrivelse, {f}
Hasteflytning {f}
Magtanvendelse over for {n}
Magtanvendelse {f}
Hændelse {f} og {F}
Vold mod {f}
Trusler fra {n}
Trusler mod {n}
Politianmeldelse af {n}
Vidne {n}
Anmelder {n}
Anmelder: {f}, nabo
Indkaldelse af {n}
Indkaldelse {n} til samtale
Indstilling {f}
Indstilling vedr. {f}
Bevilling {n}
Bevilling til {n}
Afslag {n}
Afslag til {n}
Afgørelse {n}
Afgørelse {o}
Afgørelse - {n} - merudgifter
Tilbagebetaling {n}
Udbetaling til {n}
Udlæg til {f}
Kvittering fra {n}
Faktura fra {n}
Kontrakt med {n}
Aftale med {f}
Aftale med {n} om afdrag
Info fra {f}
Besked fra {n}
Besked til {f}
Spørgsmål fra {n}
Indsigelse fra {n}
Høringssvar fra {n}
Høringssvar - {n}
Nabohøring {n}
Naboorientering til {n}
Bemærkninger fra {n} til lokalplan
Læserbrev af {n}
Foto fra {n}
Tegning ved {n}
Supplerende oplysninger fra {f}
Supplerende oplysninger, {n}
{i}
{i} klager
Notat {i}
Møde med {i}
Samtale {i}
Vedr. {i}
Brev fra {i}
Afgørelse, {i}
~{n}
~samtale med {n}
~møde med {n} og far
~underretning vedr. {n}
~{n} ansøger om enkeltydelse
~mail fra {n}
~mor {n}
~ang. {n}
~tlf {n}
~klage fra {n}
~handleplan {n}
~{n} og {N}
~scan af {n}
~hos {n}
~fru {e}
~kæreste {n}
^{n}
^{n} - KONTANTHJÆLP
^UNDERRETNING {n}
^SAMTALE MED {n}
^ANG. {n}
^{o}
^KLAGE FRA {n}
^BOLIGSTØTTE {n}
^AFSLAG TIL {n}
^MOR {n}
27.24.00 {n}
22/4410 {n} - merudgifter
Akt 7: {n}
Bilag 2 - {n}
Bilag 3: brev fra {f}
04-11-2023 {n}
2023-11-04 Samtale med {n}
Uge 44: {f}
kl. 10 {f}
{n} 14.03.2024
{n} 12345678
{n}, Birkevej 4, 8000 Aarhus C
{n}, f. 1974
Sag om {n}
Sagen om {f}
Sag: {n}
Ny sag {n}
Sammenlagt med {ns} sag
Fejljournaliseret - hører til {n}
Flyttes til {ns} sag
Lagt på forkert sag, vedr. {n}
`
  .split('\n')
  .filter(Boolean)
