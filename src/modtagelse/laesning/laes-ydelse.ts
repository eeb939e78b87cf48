import { type AftaleObjekt, type BevillingObjekt, type EffektueringObjekt, toSkiver, type Ydelsestype } from '#indeks'
import { parseKleEmne, parseTidspunkt, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import type { AftaleKilde, BevillingKilde, OekonomiskEffektueringKilde } from '../element/ydelse.kilde.ts'
import type { Rollekatalog } from '../regler/index.ts'
import { beloeb, dag, enhederAf, foelsomhed, perioder, profilAf, Relationer, tekst, tidligst } from './felter.ts'

/** Reads a grant that has passed the rules. Its KLE number is that of its first granted benefit, by id. */
export function laesBevilling(bevilling: BevillingKilde, id: Uuid, tid: Tidspunkt, roller: Rollekatalog): BevillingObjekt {
  const aktoerer = new Relationer('bevillingsaktoerer', bevilling.bevillingsaktoerer, roller)
  const ydelser = laesYdelser(bevilling)
  const foelsomheder = foelsomhed(bevilling.egenskaber)
  const ansvarlig = aktoerer.ansvarlig()
  const rammer = perioder(bevilling.egenskaber, (post) => ({
    fra: dag(post.bevillingstartdato),
    til: dag(post.bevillingslutdato),
  }))
  return {
    id,
    art: 'bevilling',
    kommune: aktoerer.kommune(tid),
    kle: ydelser.map((ydelse) => ydelse.kle).find((kle) => kle !== undefined),
    parter: new Relationer('bevillingsparter', bevilling.bevillingsparter, roller).parter(),
    adgang: toSkiver({
      ejere: aktoerer.ejere(),
      kler: ydelser.flatMap(({ kle, virkning }) => (kle === undefined ? [] : [{ kle, virkning }])),
      foelsomhed: foelsomheder,
      enheder: enhederAf(ansvarlig),
      profil: profilAf(bevilling.sikkerhedsprofiler),
    }),
    visningsklasser: [],
    foelsomhed: foelsomheder,
    oprettet: tidligst(rammer, tid),
    ansvarlig,
    rammer,
    status: perioder(bevilling.status, (post) => (post.statusKode ? { status: post.statusKode } : undefined)),
    ydelser,
    sager: new Relationer('bevillingssager', bevilling.bevillingssager, roller).ids('Bevillingssag'),
  }
}

const laesYdelser = (bevilling: BevillingKilde): BevillingObjekt['ydelser'] =>
  perioder(bevilling.bevilgedeYdelser, (post) => ({
    id: post.id ?? '',
    navn: tekst(post.navn ?? post.ydelse?.ydelsesnavn) ?? '',
    type: (post.ydelsestype ?? 'Økonomisk') as Ydelsestype,
    kle: parseKleEmne(post.ydelse?.klassifikation?.brugervendtNoegle ?? ''),
    fra: dag(post.bevilgetYdelseStartdato),
    til: dag(post.bevilgetYdelseSlutdato),
    omfang: tekst(post.omfang),
    meddelelse: tekst(post.meddelelse),
    planer: (post.oekonomiskEffektueringsplaner ?? []).map((plan) => ({
      beloeb: beloeb(plan.ydelsesbeloeb),
      frekvens: tekst(plan.beregningsfrekvens),
      forudBagud: plan.forudBagud,
      dispositionsdag: tekst(plan.dispositionsdag),
    })),
  }))

/** Systems fill in 0 until there is an amount: nothing has been sent or paid. */
const isBeloeb = (vaerdi: ReturnType<typeof beloeb>): boolean => vaerdi !== undefined && vaerdi !== '0'

/** Reads a payment that has passed the rules. It has no parties of its own: those of its grants may see it. */
export function laesEffektuering(
  effektuering: OekonomiskEffektueringKilde,
  id: Uuid,
  tid: Tidspunkt,
  roller: Rollekatalog,
): EffektueringObjekt {
  const udbetalinger = perioder(effektuering.egenskaber, (post) => {
    const sendt = beloeb(post.beloebSendtTilUdbetaling)
    const udbetalt = beloeb(post.beloebUdbetalt)
    return {
      dispositionsdato: dag(post.dispositionsdato),
      brutto: beloeb(post.samletBruttobeloeb),
      efterSkat: beloeb(post.beloebEfterSkatATP),
      sendt,
      udbetalt,
      erSendt: isBeloeb(sendt),
      erUdbetalt: isBeloeb(udbetalt),
      godkendt: post.godkendt !== false,
    }
  })
  const aktoerer = new Relationer('aktoerer', effektuering.aktoerer, roller)
  return {
    id,
    art: 'oekonomiskEffektuering',
    kommune: aktoerer.kommune(tid),
    kle: undefined,
    parter: [],
    adgang: toSkiver({ ejere: aktoerer.ejere() }),
    visningsklasser: [],
    foelsomhed: [],
    oprettet: tidligst(udbetalinger, tid),
    ansvarlig: [],
    udbetalinger,
    ydelser: perioder(effektuering.oekonomiskYdelseEffektueringer, (post) => {
      const bevilling = parseUuid(post.bevilgetYdelseRef?.bevilling ?? '')
      if (!bevilling) return undefined
      return {
        bevilling,
        ydelse: post.bevilgetYdelseRef?.bevilgetYdelseId ?? '',
        beskrivelse: tekst(post.klassifikationsbeskrivelse),
        fra: dag(post.ydelsesperiodeStartdato),
        til: dag(post.ydelsesperiodeSlutdato),
        beloeb: beloeb(post.ydelsesbeloeb),
      }
    }),
  }
}

/** Reads an appointment or deadline that has passed the rules. */
export function laesAftale(aftale: AftaleKilde, id: Uuid, tid: Tidspunkt, roller: Rollekatalog): AftaleObjekt {
  const aktoerer = new Relationer('aktoerer', aftale.aktoerer, roller)
  const klasser = new Relationer('klasser', aftale.klasser, roller)
  const kler = klasser.kler()
  const foelsomheder = foelsomhed(aftale.egenskaber)
  const ansvarlig = aktoerer.ansvarlig()
  const aftaler = perioder(aftale.egenskaber, (post) => {
    const start = parseTidspunkt(post.starttidspunkt ?? '')
    return (
      start && {
        type: (post.type ?? 'Aftale') as 'Aftale' | 'Frist',
        titel: tekst(post.titel) ?? '',
        beskrivelse: tekst(post.beskrivelse),
        start,
        slut: parseTidspunkt(post.sluttidspunkt ?? ''),
        sted: tekst(post.sted),
        status: (post.status ?? 'Aktiv') as 'Aktiv' | 'Aflyst' | 'Afholdt' | 'Opfyldt',
      }
    )
  })
  return {
    id,
    art: 'aftale',
    kommune: aktoerer.kommune(tid),
    kle: klasser.kle(tid),
    kler,
    parter: new Relationer('parter', aftale.parter, roller).parter(),
    adgang: toSkiver({ ejere: aktoerer.ejere(), kler, foelsomhed: foelsomheder, enheder: enhederAf(ansvarlig) }),
    partersomSagen: (aftale.parter ?? []).length === 0,
    visningsklasser: klasser.visningsklasser(),
    foelsomhed: foelsomheder,
    oprettet: tidligst(aftaler, tid),
    ansvarlig,
    aftaler,
    sag: parseUuid(aftale.sag ?? ''),
  }
}
