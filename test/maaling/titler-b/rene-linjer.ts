/**
 * Titles that may be shown: numbers that are no person's, and words, places, firms, laws and institutions that look like names. # is any digit,
 * {e} a surname and {f} a first name in the name of a road, a firm or a house, {egen} the citizen's own name, {egenf} the first of it, {dato} and {kl} a date
 * and a time of day, {tlf} eight digits as a telephone number is written.
 */
export const RENE_LINJER: readonly string[] = `
Faktura ##########
Faktura nr. ##########
Fakturanr. 03########
Faktura ##########, ledsagelse august
Rykker for faktura 12########
Kreditnota ##########
Ordre nr. 45########
Ordrenummer 08########
Rekvisition 15########
Indkøbsordre ##########
Tilbud nr. 22########
P-nr. 10########
P-nummer 10########
P-nr. 1012345678 Børnehaven Solsikken
Produktionsenhed 1003######
CVR 2#######
CVR-nr. 3#######
CVR ## ## ## ##
SE-nr. 3#######
EAN 5798##########
EAN-nr. 5798009######
EAN-lokationsnummer 5798##########
GLN 5790##########
Tlf. {tlf}
Telefon {tlf}
Mobil {tlf}
Ring på {tlf}
Tlf. +45 {tlf}
Kontakt Borgerservice på tlf. {tlf}
Fax {tlf}
IBAN DK## #### #### #### ##
IBAN: DK################
Konto #### ##########
Kontonr. ####-##########
Reg.nr. #### kontonr. ##########
Bankkonto ####-0#########
Girokort +71<###############+########<
Betalings-id ###############
FIK 71 ###############
Sagsnr. 2#/0#####
Sagsnr. 20##-0######
Sag 2#-####-#####
Sag nr. 20######-##
Sagsnummer 0########1
J.nr. 20##-#####-#
J.nr. ####-##-####
J.nr. 27.36.00-G01-##-2#
Journalnr. 03########
Jnr. 20##/##/####
Journalnummer 20##-####
ESDH 20##-#######
EMN-20##-0####
SBSYS ##.##.##-G01-###-2#
S20##-#####
Acadre 2#/#####
Dok.nr. ######-2#
Dokumentnr. ##########
Dok. 14########
Akt.nr. ###
Løbenr. 0#########
Ref. nr. 20########
Ref.: 11########
Vores ref. 04########
Deres ref. ##########
Referencenr. ##########
Sags-id 1#########
Sagsid: 08########
Bilagsnr. 07########
Bilag 12 af 14
Kundenr. ##########
Kundenummer 11########
Aftalenr. 09########
Målernr. ##########
Måler 21########
Elmåler 57131317########## 
Installationsnr. ##########
Ejendomsnr. 1#####
BFE-nr. 10#####
BFE-nummer #######
Ejendom 101-######
Matrikel ## a Gladsaxe
Matr.nr. ###ab Vangede By
Matr. nr. 4bd, Tårnby By, Tårnby
Matr.nr. 12 ak Søborg, udstykning
Lokalplan ###.2
Lokalplan 14-010 for Nordhavn
Kommuneplantillæg 12-2021
Byggesag 20##-####
BBR-nr. ######-1
Zone 55.67##, 12.56##
Koordinater 55.676098, 12.568337
UTM 32 N 6171### E 7254##
Position 56.1629, 10.2039
Nummerplade AB ## ###
Bil XC ## ### parkeringsafgift
Parkeringsafgift ##########
Afgift nr. 13########
Stelnummer WVWZZZ1JZ3W######
Reg. nr. DK ## ###
Stregkode 57########### 
ISBN 978-87-#####-##-#
Varenr. ########## kørestol
HMI-nr. ######
Hjælpemiddel HMI 1#####, rollator
Serienr. ##########
Serienummer 05########
Version 10.04.2#.####
MAC 00:1B:44:11:3A:B7
Ydernr. ######
Ydernummer 0#####
SOR-kode ################
SKS-kode AAF##
KLE 27.36.12
KLE 32.24.04 Helbredstillæg
KLE-emne 17.03.12
27.36.00-A00 Sygedagpenge
27.12.04-P22-##-2#
54.15.10-G01-1-2#
01.02.05-P19-##-2# Lokalplan
02.34.02-P19-###-2# Carport
Referat {dato}
Referat af møde {dato} {kl}
Møde {dato} kl. {kl}
Møde den {dato} kl. {kl}
Møde {dato}, {kl}
Samtale {dato} {kl}
Hjemmebesøg d. {dato}
Opfølgning uge 34 2023
Opfølgning 1. kvartal 2024
Periode 01.01.2023-31.12.2023
Periode 010123-311223
Perioden 1/1 2022 - 31/12 2022
Bevilling 01.04.2023 - 31.03.2024
Fravær 14.03.22 - 18.03.22
Sygemeldt fra {dato}
Merudgifter 2022/2023
Budget 2023-2026
Årsopgørelse 2022
Regnskab 2021 og 2022
Forskudsopgørelse 2024
Lønseddel august 2023
Lønsedler 01.06-31.08.2023
Kontoudtog 1.1.2023-30.6.2023
Udbetaling kr. 4.250,00
Udbetaling 12.345.678 kr.
Tilbagebetaling 10.112,50 kr.
Tilskud 1.204.500 kr.
20231104 Partshøring
20231104_1430_scan
2023-11-04T14:30:00
20231104143022.pdf
Scan 2023-11-04 14.30.pdf
Mail {dato} kl. {kl}
Log 2023-11-04 14:30:22
Uge 12-14 2023
Skoleåret 2023/24
§ 41 merudgifter børn
§ 42 tabt arbejdsfortjeneste
§ 100 merudgifter
§ 107 midlertidigt ophold
Servicelovens § 112 hjælpemidler
Serviceloven § 83, stk. 1, nr. 1
Lov om aktiv socialpolitik § 81
Barnets lov § 32
Barnets reform
Barnets stemme
Lov nr. 1234 af 12/12 2022
LBK nr 170 af 24/01/2022
Bekendtgørelse nr. 1081 af 10. september 2015
Principmeddelelse 22-19
Afgørelse om boligstøtte
Afgørelse om førtidspension
Ansøgning om økonomisk friplads
Ansøgning om sygedagpenge
Ansøgning om parkeringskort
Ansøgning om pladsanvisning
Partshøring om tilbagebetaling
Klage over afslag
Klage over støj fra byggeplads
Klage til Ankestyrelsen
Genvurdering af afgørelse
Kvittering for ansøgning
Brev om aktindsigt
Mail til borger
Svar på henvendelse
Svar fra Udbetaling Danmark
Supplerende oplysninger fra Ankestyrelsen
Udtalelse fra skolen
Udtalelse fra Rigshospitalet
Epikrise fra Odense Universitetshospital
Attest fra egen læge
Lægeattest LÆ 285
Statusattest LÆ 125
Henvisning til speciallæge
Høring hos naboer
Naboorientering udsendt
Bo på Hotel Phønix
Hvor vil du bo?
Bo og Tilbud
At bo alene
Muligheder for at bo i egen bolig
Dag til dag-levering
Dag- og døgntilbud
God dag på plejehjemmet
Dagpenge ved sygdom
En dag om ugen
Hver anden dag
Dagen før påske
Mark og skov
Mark langs åen
Ny sti ved mark og eng
Skov og natur
Skov rejst på mark
Fældning af skov
Holm i søen
Sten på vejen
Sten til kystsikring
Grus og sten
Kvist på taget
Ny kvist mod nord
Bro over åen
Bro og vej
Renovering af bro
Storm i oktober
Storm og oversvømmelse
Skade efter storm
Sol og varme
Solceller på tag
Rose i haven
Bed med rose
Ravn skudt i skov
Bjørn i dyreparken
Due på taget
Ko på mark
Ulv set ved Skjern
Hjort påkørt
Lys og liv i byen
Et godt liv
Liv i gadebilledet
Liv og død
Mit liv som pensionist
My home is my castle
Gro egne grøntsager
Eg og bøg
Fældning af eg
Birk ved skel
Ask ramt af sygdom
Pil langs grøften
Vår og sommer
Sommer i byen
Vinter 2022, glatførebekæmpelse
Frost i rør
Maj måned
April kvartal
Juni 2023
Den 1. maj
Høst 2023
Vind og vejr
Fisker uden licens
Post til borgeren
Ny post
Ring og få hjælp
Ring til borgerservice
Lange ventetider
Kold mad
Grøn omstilling
Brun plet på loft
Bak ud af indkørsel
Have og altan
Fælles have
Dam i baghaven
Dal og bakke
Krog i loft
Ager og eng
Stage til flag
Smed udfører gelænder
Kok i kantinen
Konge besøger byen
Munk i klostret
Vester og øster side
Nord for åen
Syd og nord
Sand på legeplads
Sort arbejde
Skipper på færgen
Bank og sparekasse
Lykke og trivsel
Lund bag skolen
Lind ved kirken
Per aspera
Per måned
Kr. 400 per måned
Pris per time
Tilsyn på H.C. Andersens Boulevard
{e}svej 12, byggetilladelse
{e}s Allé 4, carport
{f}svej 7
{f} {e}s Vej 14, kloakering
Byggesag {f} {e}s Gade 3
Gravetilladelse {e}svej
H.C. Hansens Vej 12
Sankt Hans Torv
Sankt Jørgens Skole
Sankt Knuds Skole
Sankt Lukas Hospice
Skt. Annæ Gymnasium
Plejecenter {f}gården
Plejehjemmet {e}sgården
Børnehaven {e}s Minde
{e}s Fond, ansøgning
{e} & {e} A/S
{e} & Søn ApS
Tømrerfirmaet {e} ApS
Tømrer {e} ApS, tilbud
VVS-firmaet {f} {e} ApS
Murermester {f} {e} A/S
Advokatfirmaet {e} I/S
{e} Byg ApS
{e} Arkitekter A/S
{e}s Tømrerforretning
Møllers Auto
Carlsbergfondet
A.P. Møller Fonden
Jensens Bøfhus, alkoholbevilling
Jens Hansens Legat
Anna Ancher Skolen
Niels Steensens Gymnasium
Niels Brock
Niels Bohr Instituttet
Karen Blixens Plads
Grundtvigs Højskole
Rudolf Steiner-skolen
Montessori børnehus
Marte Meo forløb
Aspergers syndrom
Alzheimers sygdom
Parkinsons sygdom
Downs syndrom
Tourettes
Crohns sygdom
Ménières sygdom
Lex Maria
Sct. Hans aften
Mortens aften
Valdemarsdag
Store Bededag
Dronning Margrethe
Dronning Ingrids Hospital
Rigshospitalet
Bispebjerg Hospital
Holbæk Sygehus
Frederiksberg Hospital
Vejle Kommune
Randers Kommune
Høje-Taastrup Kommune
Holstebro
Struer Statsgymnasium
Skanderborg Sø
Lille Skole
Bjerg Station
Ringsted Kloster
Lyngby Stadion
Lundtofte
Skovlunde
Dalum
Borgerservice
Jobcenter Ringkøbing-Skjern
Jobcenter Aarhus
Kommunen
Udbetaling Danmark
Lægemiddelstyrelsen
Familieafdelingen
Familieretshuset
Team Nord
Team Lind
Afdeling Skov og Natur
Center for Børn og Familie
Børnehuset Regnbuen
Børnehaven Skovbrynet
Bofællesskabet Vangen
Bostedet Solgården
Plejecenter Lindely
Ældrecenter Ravnsbjerg
Vuggestuen Mariehønen
Skolen på Bakken
Ravnsholtskolen
Bjørns Plads
Storms Museum
Egholm-forbindelsen
Holmens Kanal
Torvehallerne
Mor og barn
Mor-barn ophold
Far til fire
Far og mor
Søskendemoderation
Barn nr. 2
Nabohøring
Faderskab
Ægtefælle flyttet
Samlever
Underretning
Underretning fra politiet
Anbringelse uden for hjemmet
Samtale
Samtale med jobkonsulent
Samtale med barn
Møde med skolen
Møde hos Jobcentret
Møde med læge
Møde med Ankestyrelsen
Telefonnotat
Notat
Diverse
Akt 1
CV
Orlov
Genoptræning efter operation
Rehabiliteringsplan
Indstilling til rehabiliteringsteam
Visitation til plejebolig
Hjælp til rengøring
Personlig pleje
Træning Stolen
Nødkald
Kørsel til dagcenter
Bevilling af briller
Merudgifter til kost
Taxa til Vejle Sygehus
Ferie i Tyrkiet
Ophold i Randers
Rejse til Marokko
Udrejse til Polen
Statsborgerskab, Somalia
Dansk 2, modul 4
Modersmål arabisk
Tolk, tigrinya
BOLIGSTØTTE
AFGØRELSE OM BOLIGSTØTTE
ANSØGNING OM ENKELTYDELSE
PARTSHØRING
KONTANTHJÆLP OG UDDANNELSESHJÆLP
MØDE MED JOBCENTER
referat af møde
ansøgning om boligstøtte
indkaldelse til samtale
møde i visitationsudvalget
klage over hjemmehjælp
sygedagpenge - opfølgning
bo på plejehjem
Sygedagpenge - {egen}
{egen}
{egen}, sygedagpenge
{egenf}s handleplan
Samtale med {egen}
Samtale med {egenf}
Mail fra {egenf}
Afgørelse til {egen}
Handleplan {egenf}
Underretning om {egen}
Skoleudtalelse {egenf}
CV {egen}
{egenf} mødt til samtale
Boligstøtte 2023 - {egen}
Møde med {egenf} og skolen
`
  .split('\n')
  .map((linje) => linje.trim())
  .filter(Boolean)
