/** Titles with words that are also names, and names that are no citizen's: of places, laws, aids and firms. A line each. */
export const RENE_MED_NAVNEORD: Readonly<Record<string, string>> = {
  'ord der også er navne': `
    Sted at bo
    Ønske om et bedre sted at bo
    Borger kan ikke længere bo alene
    Tilbud om bo-træning
    Bostøtte § 85, to timer ugentligt
    Bo og Naboskab, informationsmøde
    Første dag i praktik
    Dag 1 efter udskrivelse
    Dag- og døgntilbud
    Dagtilbud hver anden dag
    En dag ad gangen - kursus
    Sten i nyren, indlæggelse
    Sten og grus på fortov
    Fjernelse af sten i indkørsel
    Skov og natur, tilladelse til bål
    Arrangement i skoven
    Mark og hegn, hegnssyn
    Skel mod mark, hegnsklage
    Kom i gang igen – et godt liv med smerter
    Liv og sundhed, holdstart
    Livet efter en hjerneskade
    Liv i hverdagen, gruppeforløb
    Storm, skade på tag
    Stormskade i boligen
    Hjælp pr. august
    Forlænget til og med maj
    Maj måneds udbetaling
    August-rate er stoppet
    Satsregulering per 1. januar
    Udgift per måned
    Hans indtægt er ændret
    Hans og hendes konto, fælles økonomi
    Borger ønsker hans journal udleveret
    Rosa skema udfyldt
    Det rosa kort indleveret
    Sol og vind, gene fra markise
    Lund og læhegn, beskæring
    Holm i søen, adgangsforhold
    Bjørn, kørestol model B
    Børnehavens bjørn er væk
    Iris-scanning ved øjenlæge
    Mit forløb, min plan
    My-værdi målt på fundament
    Max. beløb for enkeltydelse
    Max 10 timer pr. uge
    Dan en bruger i systemet
    Fisk og skaldyr, diætplan
    Fisker, omskoling efter arbejdsskade
    Møller, tilladelse til opstilling af vindmøller
    Smed, lærlingeplads
    Kok på institution, fleksjob
    Bager, løntilskud fra uge 12
    Bonde, ophør af landbrug
    Post til værge
    Post returneret
    Frost på vandrør, husvild
    Vinter: snerydning ved egen bolig
    Sommer-SFO tilmelding
    Lang ventetid på svar
    Lang sagsbehandlingstid, beklagelse
    Brun journal, gammel akt
    Hvid stok og mobilityundervisning
    Grøn støtte, ansøgning
    Høj seng, plejeseng
    Høj stol til barn
    Lav seng og løftesejl
    Dal i hukommelse, demensudredning
    Dam i haven, druknefare
    Mose og vådområde, dispensation
    Toft og vej, grusning
    Strand og badning, handicapadgang
    Sand i vandlåsen, rørskade
    Eng, afgræsning, tilskud
    Hede, natur, fredning
    Have, hjælp til havearbejde
    Stor have, ikke omfattet af hjemmehjælp
    Bro over å, adgang for kørestol
    Gade og vej, p-plads
    Krog til løftesejl
    Krone, tandbehandling
    Kroner og broer, overslag fra tandlæge
    Due, duegener ved altan
    Ravn i skorsten, skadedyr
    Falkens kørsel, Falck-kort
    Svane-mærket maling, allergi
    Lind, beskæring af vejtræ
    Birk foran vindue
    Ask og birk, allergi
    Pil peger forkert på skilt
    Kaj og bådplads
    Rose-gangen, demensafsnit
    Lykke er at komme ud, aktivitetshold
    Borg for lån, dokumentation
    Munk og kloster, studietur
    Kirk og begravelse, hjælp til udgift
    Signe barnet, dåbsattest
    Vibe i engen, fredning
    Finn vej, mobility
    Fred og ro til eksamen
    Ophør med fred og ro, støjklage
    Helle ved overgang, trafiksikkerhed
    Runde hjørner på bord, hjælpemiddel
    Lærke på mark, naturprojekt
    Viola-undervisning, musikskole
    Silke-sengetøj ved hudlidelse
    Tue i græsplæne, muldvarpe
    Finder ikke vej hjem
    Kim-celler, sæddonation, udgifter
    Bent benskinne, hjælpemiddel
    Bach-trio spiller på plejecentret
    Mozart og Bach, musikterapi
    Friis-kakler i bad
    Torp og eng, høslæt
    Stage til lys, brandfare
    Klit og kyst, handicapsti
    Kvist i træ ved altan
    Ager, mark og eng, arealtilskud
    Juul og nytår, lukkedage
    Vang og eng, høring om lokalplan
    Bjerg af opvask, praktisk hjælp
    Bæk oversvømmer kælder
    Jo før jo bedre, forebyggelse
    Otto-motor, gasfyr, lån til energi
  `,
  'navne i stednavne, lov og forening': `
    Sankt Hans, aktivitet på plejecenter
    Sankt Hans-bål aflyst
    Mariehønen, udmeldelse af vuggestue
    Ansøgning efter Barnets lov § 32
    Tilbud hos Røde Kors
    Frivillig i Mødrehjælpen
    Kurset Lær at tackle kroniske smerter
    Parkinson-hold, genoptræning
    Pårørendegruppe, Alzheimerforeningen
    Lions Club har doneret kørestol
    H.C. Andersen-teater, tur med bostedet
    Dronningens fødselsdag, flagning
    Chr. IV-salen, borgermøde
    Marte Meo-forløb i familiehuset
    Kørestol Etac Prio, ny ryg
    Ergonomisk stol, model Mille
    Rollator Dolomite Jazz
    Løftesejl Silvalea
    Toiletforhøjer Rufus
    Pilates og gang i skoven
    Nexus-afklaring
    Aula, ikke svar fra hjem
    Oplysninger fra Udbetaling Danmark
    ATP og pension, beregning
    Mariager, tilflytning
    Karlslunde, skift af læge
    Emmaus, ophold efter afrusning
    Thisted, anden aktør
    Helle Kommune, gammel akt
    Victoria-lejlighed, boligtilbud
    Kristine-gården, praktik
    Peder Oxe-kvarteret, beboermøde
    Fuldmagt fra Advokatfirmaet Holm & Bach ApS
    Tømrerfirmaet Jensen ApS, tilbud på rampe
    Bandagist Skov & Søn A/S, ortopædiske sko
    Taxa Lund, kørselsgodtgørelse
    Elinstallatør Madsen A/S, faktura mangler
    Hansens Vaskeri A/S, vask af arbejdstøj
    Jensens Køreskole ApS, overslag
    Apotek Svanen, medicinkort
    Lægerne Mølletorvet, statusattest
    Tandlægerne Bjerg & Dal I/S, overslag
    Ansøgning til Kirstine Holms Legat
    Legat fra Agnes og Peter Rundbys Mindefond
  `,
  versaler: `
    ANSØGNING OM BOLIGSIKRING
    AFSLAG - HELBREDSTILLÆG
    HASTER: HJÆLPEMIDDEL
    GENOPTRÆNING, RYG
    OPHØR AF YDELSE
    RING TIL BORGER
    BORGER HAR RINGET
    FORKERT JOURNALISERET
    LUKKET SAG
    VENTELISTE, PLEJEBOLIG
    STATUSATTEST MODTAGET
    KØREKORT - HELBRED
    UDMELDT AF SFO
    FRIPLADS, NY INDTÆGT
    PARTSHØRING SENDT
    MATERIALE TIL MØDE
    KLAGE OVER RENGØRING
    BOSTØTTE, START
    SOMMERHUS, DISPENSATION
    SKOVBØRNEHAVE, PLADS
  `,
}
