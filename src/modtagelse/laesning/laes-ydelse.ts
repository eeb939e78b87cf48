import type { AftaleObjekt, BevillingObjekt, EffektueringObjekt, Ydelsestype } from '#indeks'
import { parseKleEmne, parseTidspunkt, parseUuid, type Tidspunkt, type Uuid } from '#kernel'
import type { AftaleKilde, BevillingKilde, OekonomiskEffektueringKilde } from '../element/ydelse.kilde.ts'
import type { Rollekatalog } from '../regler/index.ts'
import { beloeb, dag, foelsomhed, perioder, Relationer, tekst, tidligst } from './felter.ts'

/** Reads a grant that has passed the rules. Its KLE number is that of its first granted benefit, by id. */
export function laesBevilling(bevilling: BevillingKilde, id: Uuid, tid: Tidspunkt, roller: Rollekatalog): BevillingObjekt {
  const aktoerer = new Relationer('bevillingsaktoerer', bevilling.bevillingsaktoerer, roller)
  const egenskaber = bevilling.egenskaber?.at(-1)
  const ydelser = laesYdelser(bevilling)
  const ramme = perioder(bevilling.egenskaber, () => ({}))
  return {
    id,
    art: 'bevilling',
    kommune: aktoerer.kommune(tid),
    kle: ydelser.map((ydelse) => ydelse.kle).find((kle) => kle !== undefined),
    parter: new Relationer('bevillingsparter', bevilling.bevillingsparter, roller).parter(),
    visningsklasser: [],
    foelsomhed: foelsomhed(bevilling.egenskaber),
    oprettet: tidligst(ramme, tid),
    ansvarlig: aktoerer.ansvarlig(),
    fra: dag(egenskaber?.bevillingstartdato),
    til: dag(egenskaber?.bevillingslutdato),
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

/** Reads a payment that has passed the rules. It has no parties of its own: those of its grants may see it. */
export function laesEffektuering(
  effektuering: OekonomiskEffektueringKilde,
  id: Uuid,
  tid: Tidspunkt,
  roller: Rollekatalog,
): EffektueringObjekt {
  const udbetalinger = perioder(effektuering.egenskaber, (post) => ({
    dispositionsdato: dag(post.dispositionsdato),
    brutto: beloeb(post.samletBruttobeloeb),
    efterSkat: beloeb(post.beloebEfterSkatATP),
    sendt: beloeb(post.beloebSendtTilUdbetaling),
    udbetalt: beloeb(post.beloebUdbetalt),
    godkendt: post.godkendt !== false,
  }))
  return {
    id,
    art: 'oekonomiskEffektuering',
    kommune: new Relationer('aktoerer', effektuering.aktoerer, roller).kommune(tid),
    kle: undefined,
    parter: [],
    visningsklasser: [],
    foelsomhed: [],
    oprettet: tidligst(udbetalinger, tid),
    ansvarlig: [],
    udbetalinger,
    ydelser: (effektuering.oekonomiskYdelseEffektueringer ?? []).flatMap((post) => {
      const bevilling = parseUuid(post.bevilgetYdelseRef?.bevilling ?? '')
      if (!bevilling) return []
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
    parter: new Relationer('parter', aftale.parter, roller).parter(),
    visningsklasser: klasser.visningsklasser(),
    foelsomhed: foelsomhed(aftale.egenskaber),
    oprettet: tidligst(aftaler, tid),
    ansvarlig: aktoerer.ansvarlig(),
    aftaler,
    sag: parseUuid(aftale.sag ?? ''),
  }
}
