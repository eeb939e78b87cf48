import type { Maerkettitel } from './titler.ts'

/**
 * A second set, each title written by hand, with other names and other words than the first: who mends the rules by what the first set tells
 * sees here whether they hold for anything else. It is small, so it has no target, and it is not shown by --vis.
 */

const CPR = `
  Hjælpemiddelsag 710355-2214, ansøgning om el-scooter
  svar fra egen læge på 6612814490
  Kommunikation med borger vedr. 83 11 52 - 1180
  Supplerende oplysninger (660945 2071) rykket
  Ung under 25, 690803-7714, uddannelsesparat
  §11-samtale 77.05.99-0412 udeblev
  Beregning af egenbetaling; 811062-3300; aftenmad
  CPR-NR 621231-1199 STOPPET
  Ft. fra lægevagt 7409384416 natten til lørdag
  Overgang til folkepension, 6503581122, nov.
  640712–2841 nødkald afmonteret
  Vedhæftet: kontrakt-680266-1937-underskrevet.pdf
  Anmodning om hastevisitation/borger 861044/2210
  Ikke mødt til test (cpr: 7011909932)
  Kvalitetsstandard udleveret, 720127 0086, pårørende til stede
  Returpost 650850−1417
  Indkaldt 63 02 77 3319 kl. 9
  Bilag 4: 820614-6633s lejekontrakt
  Forespørgsel fra anden kommune 8809030127
  Særlig støtte efter § 34 for 690471 -1180
  Afregning fysioterapi 7 3 0 8 6 1 - 4 4 0 9
  borger_640399_0014_status
  Ringet til 851177.2013, ikke hjemme
  Tandlægeoverslag 61.12.1948-2204
  KONTROL: 75088100 92
  Sag oprettet på ６８０３５５－４４２１
  Vielsesattest, 710480-1204 og 6806821105
  Fejl i udbetaling til 79-03-66 8877
  Kopi af pas (831299-0220)
  Mappe 62061942-1177 arkiveret
`

const NAVNE = `
  Anneli Torp | Møde med svigermor Gudrun Ipsen
  Anneli Torp | Udtalelse indhentet fra pædagog Maibritt Østerlund
  Anneli Torp | Ring til Kasper i Familieafdelingen
  Bodil Rask | Barnebarn Silas henter medicin
  Bodil Rask | Nabo Villy Frandsen anmelder snyd
  Bodil Rask | Farmor Solvej passer tvillingerne
  Bodil Rask | Poul-Henning Grønlund har generalfuldmagt
  Bodil Rask | Ekskone Rikke modtager bidrag
  Erling Vad | Notat v. sygeplejerske T. Abildtrup
  Erling Vad | Orlov til Marlene Hvass
  Erling Vad | Erklæring fra psykiater Sejr Ottosen
  Erling Vad | Konsulent Ayse Yildirim på barsel
  Erling Vad | Lejligheden fremlejet til Mohamad Darwish
  Erling Vad | Vikar: Trine-Louise Bundgaard
  Fie Ebbesen | Fie og Noahs samvær
  Fie Ebbesen | Hans Ebbesen ønsker ikke kontakt
  Fie Ebbesen | Opfølgning med stedfar Dan
  Fie Ebbesen | Pigen Lærke trives ikke
  Fie Ebbesen | August Lind, 4 år, udredning
  Fie Ebbesen | Bjørns skole har ringet
  Fie Ebbesen | Aftale med Storm Krogh om praktik
  Fie Ebbesen | Sten Vang oplyst som partsrepræsentant
  Fie Ebbesen | Afhørt i sag mod Mark Due
  Fie Ebbesen | Fætter Ask bor på sofaen
  Fie Ebbesen | Mosteren, Iris Kær, deltog
  Fie Ebbesen | Lån fra Kaj Bonde
  Fie Ebbesen | KLAGE FRA BO MOSE
  Fie Ebbesen | aktindsigt udleveret til dag winther
  Fie Ebbesen | Liv Frost har trukket samtykket
  Fie Ebbesen | Skrivelse fra Holm, Preben
  Fie Ebbesen | Brobygning v/ Max
  Fie Ebbesen | Tolkens navn: Amal Hersi
  Gerner Bull | Dødsfald, ægtefælle Ketty Bull
  Gerner Bull | Arvingerne Lizette og Jannik kontaktet
  Gerner Bull | Vurdering ved dr. Sandgaard
  Gerner Bull | Hr. Post har ringet tre gange
  Gerner Bull | Fru Bach ønsker anden hjælper
  Gerner Bull | Chauffør Nedim kører til dialyse
  Gerner Bull | udtalelse_pia_elkjær.pdf
  Gerner Bull | Bestyrer Ove H. orienteret
  Gerner Bull | Kørsel med Roses datter
  Gerner Bull | Vidne: Viola Sand
  Gerner Bull | Mødt af Falk Birk fra Hjemmeplejen
  Gerner Bull | Tilknyttet frivillig, Per Agerskov
  Gerner Bull | Hustru indlagt, søn Fred bor hjemme
`

const RENE = `
  Anneli Torp | Vurdering af rådighed, uge 43
  Anneli Torp | Torp er tildelt tid mandag
  Anneli Torp | Samtykke fra Anneli
  Bodil Rask | Rask igen, sygedagpenge ophørt
  Bodil Rask | Bodil ønsker mad uden svinekød
  Erling Vad | Ref.nr. 0045120034 fra leverandør
  Erling Vad | Leverance 1013456677, seng
  Erling Vad | P-nr. 1023889911 ophørt 1/7
  Erling Vad | Kontakt 70 20 10 30 for bestilling
  Erling Vad | Tlf.tid +45 33 44 55 66
  Erling Vad | Ansøgning af 14-08-2023, modt. 16-08-2023
  Erling Vad | Periode 01.01.24-31.03.24
  Erling Vad | 2024-005512 genoptaget efter klage
  Erling Vad | EAN-lokationsnr. 5798009811233
  Erling Vad | Matr.nr. 7bk Vejstrup By
  Erling Vad | 29.18.00-G01-7-22 Sygepleje
  Erling Vad | Depositum 21.450,00 kr.
  Erling Vad | Vad over åen, adgangsvej
  Fie Ebbesen | Den sten, der væltede, ansvar
  Fie Ebbesen | Lang dag i SFO
  Fie Ebbesen | Mark ved skolen, farlig vej
  Fie Ebbesen | Bo hos plejefamilie på prøve
  Fie Ebbesen | Sol på legepladsen, solsejl
  Fie Ebbesen | Kridt, farve og liv i klubben
  Fie Ebbesen | Maj og juni: tilmelding til kolonier
  Fie Ebbesen | Vinterferie i SFO, tilmelding
  Fie Ebbesen | Skovtur med børnehaven
  Fie Ebbesen | Post, der ikke kan leveres
  Fie Ebbesen | Bro mellem dagtilbud og skole
  Fie Ebbesen | Falk-kørsel bestilt
  Fie Ebbesen | Birkegården, botilbud, venteliste
  Fie Ebbesen | Plads på Lindehøjskolen
  Fie Ebbesen | Flytning til Ravnsnæsvej 14
  Fie Ebbesen | Kolonihave på Skovløberstien 3
  Fie Ebbesen | Overflytning til Sct. Knuds Skole
  Fie Ebbesen | Udtalelse fra Helle Skole og SFO
  Fie Ebbesen | Børnenes Kontor, legat
  Fie Ebbesen | Tilskud fra Sofiefonden
  Fie Ebbesen | Faktura, Vognmand Poulsen & Sønner ApS
  Fie Ebbesen | Optiker Lund A/S, overslag på briller
  Gerner Bull | Enkeltydelse, flytning
  Gerner Bull | Helbredstillæg, medicin
  Gerner Bull | Kompenserende hjælp
  Gerner Bull | Visitationsbesøg aftalt
  Gerner Bull | Demensudredning, hukommelsesklinik
  Gerner Bull | GOP modtaget fra sygehus
  Gerner Bull | VIP-kort til svømmehal
  Gerner Bull | BPA udmåling, timer
  Gerner Bull | Måltidskasse, allergi
  Gerner Bull | Seniorboligtilbud afslået
  Gerner Bull | Ledsagelse til banken
  Gerner Bull | Trappelift, service
  Gerner Bull | Toiletstol afhentet
  Gerner Bull | Husly i nat, forsorgshjem
  Gerner Bull | Gæld til kommunen, afdrag
  Gerner Bull | LØSNING FUNDET, SAG LUKKES
  Gerner Bull | AFTALE OM TRÆNING, START NU
  Gerner Bull | Vederlag til plejefamilie
  Gerner Bull | Omsorgstandpleje, tilvalgt
  Gerner Bull | Svar fra Udbetaling Danmark
`

export const createKontrolsaet = (): readonly Maerkettitel[] => [
  ...linjer(CPR).map((titel) => maerk('cpr', 'Anneli Torp', titel)),
  ...linjer(NAVNE).map((linje) => maerk('navn', ...split(linje))),
  ...linjer(RENE).map((linje) => maerk('ren', ...split(linje))),
]

const maerk = (etiket: Maerkettitel['etiket'], egen: string, titel: string): Maerkettitel => ({
  titel,
  etiket,
  kategori: 'kontrol',
  tvetydig: false,
  egen,
})

function split(linje: string): readonly [egen: string, titel: string] {
  const [egen = '', titel = ''] = linje.split(' | ')
  return [egen, titel]
}

const linjer = (tekst: string): readonly string[] => tekst.split('\n').flatMap((linje) => linje.trim() || [])
