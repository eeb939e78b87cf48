/** Everyday titles of every area, as colleagues write them: short, with paragraphs and abbreviations. A line each. */
export const RENE_HVERDAG: Readonly<Record<string, string>> = {
  hverdag: `
    Ansøgning om boligstøtte
    Ansøgning om kontanthjælp, enlig forsørger
    Opf. samtale
    Opfølgningssamtale uge 8
    1. samtale i jobcenter
    Jobsamtale, fremmøde
    CV-samtale hos a-kasse
    Partshøring vedr. ophør af SDP
    SDP § 7 stk. 2, varighed
    Revurdering SDP 22 uger
    JAF, rehabteam, indstilling
    Indstilling til rehab.team
    Afgørelse om ressourceforløb
    Fleksjob, udvidelse af timetal
    LÆ 125 anmodet
    LÆ 265 retur fra egen læge
    LÆ 285 mangler honorar
    Statusattest indhentet
    Speciallægeerklæring, reumatolog
    Journaloplysninger fra sygehus
    Virksomhedspraktik 4 uger, lager
    Løntilskud, kantine
    Mentorstøtte 3 timer
    Bevilling af arbejdsredskaber
    Befordringsgodtgørelse ved tilbud
    Enkeltydelse § 81, depositum
    § 82 tandbehandling, overslag modtaget
    § 83 praktisk hjælp
    § 84 aflastning, 2 døgn
    § 85 socialpædagogisk støtte
    § 95/96 BPA-ordning, årsopfølgning
    § 100 merudgifter, genberegning
    § 107 midlertidigt ophold
    § 112 hjælpemiddel, kørestol
    § 116 boligindretning, dørtrin
    § 117 individuel befordring
    § 119 pasning af nærtstående med handicap
    Bevilling af rollator
    Elkørestol, afprøvning
    Reparation af kørestol
    Høreapparat, batterier
    Kompressionsstrømper, 2 par
    Diabeteshjælpemidler, teststrimler
    Stomi, udvidet bevilling
    Ble-bevilling, natbleer
    Vendelagen og plejeseng
    Nødkald tilkoblet
    Nøgleboks opsat
    Madservice, diæt
    Madservice stoppet i ferie
    Rengøring hver 14. dag
    Bad 2 x ugl.
    Omlægning af hjemmehjælp til rehabiliterende forløb
    Hverdagsrehab., start
    Sygepleje, sårbehandling
    Medicindosering, ugeæske
    Venteliste plejebolig
    Plejebolig, garantiventeliste
    Demenskoordinator, besøg
    Forebyggende hjemmebesøg, 80 år
    Genoptræning efter hofteoperation
    Vedligeholdende træning, hold 3
    Kørsel til træning
    Kronisk kursus KOL
    Rygestop, gruppe
    Vægttab, børn og familier
    Tandpleje, børn - udeblivelse
    Omsorgstandpleje, visitation
    Specialtandpleje, afslag
    Sundhedsplejerske, 2 mdr. besøg
    Vaccination, indkaldelse
    Optagelse i vuggestue
    Flytteønske, dagpleje til børnehave
    Pladsanvisning, garanti overholdt
    Søskenderabat
    Økonomisk friplads, indtægtsændring
    Økonomisk friplads, slutopgørelse
    Restance daginstitution, rykker 2
    SFO, udmeldelse med en måneds varsel
    Skoleudsættelse, ansøgning
    Skoleskift, høring
    Specialundervisning, revisitation
    PPR, indstilling til logopæd
    Befordring til specialskole
    Elevfravær, bekymrende
    Modersmålsundervisning
    Ungdomsuddannelse STU, afklaring
    STU årsevaluering
    Musikskole, hold tværfløjte
    Klubkontingent
    Boligindskudslån
    Beboerindskud, afslag
    Depositumslån tilbagebetaling
    Boligskift, medicinske grunde
    Akut boligbehov
    Husvild, § 80
    Udsættelse af lejemål, fogedsag
    Anvisning af almen bolig
    Handicapegnet bolig
    Folkepension, beregning
    Førtidspension, påbegyndelse af sag
    FØP § 17 stk. 2
    Seniorpension, oplysninger
    Helbredstillæg, fodterapi
    Helbredstillæg, briller
    Personligt tillæg, varme
    Udvidet helbredstillæg, tandproteser
    Varmetillæg, årsopgørelse
    Mellemkommunal refusion
    Børnetilskud, enlig
    Børnebidrag, forskud
    Bidragssag, overført
    Ydelse stoppet, manglende indlevering
    Udbetaling tilbageholdt
    Efterbetaling
    Tilbagebetalingskrav, opgørelse
    Rykker for dokumentation
    Kontoudtog 3 mdr.
    Lønsedler for sidste kvartal
    Årsopgørelse modtaget
    Budgetskema
    Samtykkeerklæring
    Samtykke til indhentning af oplysninger
    Fuldmagt modtaget
    Tro og love-erklæring
    Partsrepræsentant oplyst
    Aktindsigt udleveret
    Aktindsigt, delvis imødekommet
    Klage over afslag, remonstration
    Klage fremsendt til Ankestyrelsen
    Genoptagelse af sag
    Genvurdering, ny lægelig dokumentation
    Afslag på ansøgning
    Bevilling forlænget
    Bevilling ophørt
    Bevilling af støttepædagog
    Kvittering for modtaget ansøgning
    Manglende oplysninger, frist 14 dage
    Udeblevet fra samtale
    Sanktion, rådighed
    Ophør pga. flytning
    Overdragelse til anden kommune
    Opholdskommune/betalingskommune, afklaring
    Sag lukket
    Sag genåbnet
    Ferie uden for landet, orientering
    Barsel, orlovsplan
    Sygemelding, 8 uger
    Raskmelding
    Delvis raskmelding, 20 timer
    Mulighedserklæring
    Arbejdsskade, anerkendt
    Tilknytning til arbejdsmarkedet, tilsagn
    Uddannelsespålæg
    Studiestart, ophør af ydelse
    Læse- og regnetest
    Danskuddannelse modul 3
    Introduktionsprogram, start
    Integrationsydelse, satsændring
    Tolkebestilling, arabisk
    Pas, fornyelse
    Kørekort, fornyelse
    Sundhedskort, navneændring
    Lægevalg, flytning
    Adresseændring, bekræftet
    Bopælsattest
    Indfødsret, prøve bestået
    Byggetilladelse, carport
    Byggetilladelse, tilbygning 24 kvm
    Byggesag, færdigmelding
    Nabohøring, altan
    Ibrugtagning af sommerhus
    Nedrivningstilladelse
    Lovliggørelse, udestue
    Ejendomsskat, lån (pensionist)
    Rottebekæmpelse
    Affald, ekstra beholder
    Renovation, klage
    Spildevand, påbud om separatkloak
    Olietank, sløjfning
    Brændeovn, gener
    Hegnssyn
    Støjgener fra varmepumpe
    Parkeringskort, fornyelse
    Invalideparkering ved bopæl
    Begravelseshjælp
    Dødsboskifte, afregning
    Efterlevelseshjælp
    Invaliditetsydelse
    Bilstøtte, udskiftning
    Bilstøtte, reparation af lift
    Handicapbil, afgiftsfritagelse
    Ledsageordning 15 timer
    Ledsageordning, opsparede timer
    Støtte- og kontaktperson
    Merudgift, specialkost
    Tabt arbejdsfortjeneste § 42, 10 timer
    Aflastning hver anden weekend
    Hjemmetræning, halvårligt tilsyn
    Familiebehandling, opstart
    Forebyggende samtale
    ICS-skema
    VUM 2.0 udredning
    FSIII, funktionsevnetilstande
    Handleplan, status
    Statusmøde
    Netværksmøde
    Tværfagligt møde
    Telefonnotat
    Telefonopkald fra pårørende
    Mail til jobkonsulent
    Brev sendt med Digital Post
    Fritaget for Digital Post
    Anmodning om møde
    Mødeindkaldelse
    Aflysning af møde, sygdom
    Referat af rundbordssamtale
    Indkaldelse til helhedssamtale
    Forrevalidering, varighed
    Revalideringsplan godkendt
    Ledighedsydelse, 18 mdr. vurdering
    Ferie på ledighedsydelse
    Fleksløntilskud, arbejdsgivers indberetning
    Nytteindsats, fremmødeskema
    Uddannelseshjælp, aktivitetstillæg
    Særlig støtte § 34
    Rådighedsvurdering
    Aktivitetsparat - omvisitering
    Formueoplysninger
    Ejerbolig, friværdi
    Bil, værdi over grænsen
    Samliv/enlig - vurdering
    Kontrolgruppe, høring
    Ægtefælle, indtægt
    Samlever flyttet ind
    Barn flyttet hjem
    Hjemmeboende barn over 18
    Bopælsdeltagelse 7/7
    Forældremyndighed, fælles
    Samværsudgifter
    Værgemål, anmodning til Familieretshuset
    Administration af ydelser
    Boligydelse, lån
    Husleje betalt direkte
    El-regning, enkeltydelse
    Flytteudgifter § 85
    Medicintilskud § 82
    Kronikertilskud
    Terminaltilskud
    Plejevederlag § 119
    Plejeorlov
    Hospice, henvisning
    Sygehjælpemidler, udlån
    Respirationshjælp
    GOP almen
    GOP specialiseret
    Udskrivningsrapport
    Indlæggelsesrapport
    Korrespondance, praktiserende læge
    MedCom, plejeforløbsplan
    Faldudredning
    Ernæringsscreening
    Træningspas
    Svømmehal, ledsagerkort
    Aktivitetscenter, visitation
    Dagcenter for demensramte
    Ældrecheck
    Ældreboliglån
    Klippekort, 30 min.
    Helhedspleje, forløb 2
  `,
}
