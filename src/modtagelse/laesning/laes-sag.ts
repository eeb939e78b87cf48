import { type DokumentObjekt, type JournalnotatObjekt, type SagFremdrift, type SagObjekt, toSkiver } from '#indeks'
import { parseTidspunkt, parseUuid, type Tidspunkt, type Uuid, uuidFromName } from '#kernel'
import type { DokumentKilde, JournalnotatKilde, SagKilde } from '../element/sag-dokument.kilde.ts'
import { laesSendtNotat } from '../notat/laes-notat.ts'
import type { Rollekatalog } from '../regler/index.ts'
import { dag, enhederAf, foelsomhed, perioder, profilAf, Relationer, tekst, tidligst } from './felter.ts'

/** The id of a note that came inside a case: the case's and the journal post's own key, so that the next delivery finds the same note. */
export const notatId = (sag: Uuid, indeks: string): Uuid => uuidFromName(sag, indeks)

/** Reads a case that has passed the rules. */
export function laesSag(sag: SagKilde, id: Uuid, tid: Tidspunkt, roller: Rollekatalog): SagObjekt {
  const aktoerer = new Relationer('sagsaktoerer', sag.sagsaktoerer, roller)
  const klasser = new Relationer('sagsklasser', sag.sagsklasser, roller)
  const kler = klasser.kler()
  const foelsomheder = foelsomhed(sag.sagIndeksEgenskaber)
  const ansvarlig = aktoerer.ansvarlig()
  const fremdrift = perioder(sag.fremdrift, (post) =>
    post.fremdriftStatusKode ? { status: post.fremdriftStatusKode as SagFremdrift } : undefined,
  )
  const oprettet = sag.sagIndeksEgenskaber?.map((post) => parseTidspunkt(post.oprettetTidspunkt ?? '')).find((fundet) => fundet)
  return {
    id,
    art: 'sag',
    kommune: aktoerer.kommune(tid),
    kle: klasser.kle(tid),
    kler,
    parter: new Relationer('sagsparter', sag.sagsparter, roller).parter(),
    adgang: toSkiver({
      ejere: aktoerer.ejere(),
      kler,
      foelsomhed: foelsomheder,
      enheder: enhederAf(ansvarlig),
      profil: profilAf(sag.sikkerhedsprofiler),
    }),
    visningsklasser: klasser.visningsklasser(),
    foelsomhed: foelsomheder,
    oprettet: oprettet ?? tidligst(fremdrift, tid),
    ansvarlig,
    ...aktoerer.behandlere(),
    titler: perioder(sag.egenskaber, (post) => ({
      titel: tekst(post.titel) ?? '',
      nummer: tekst(post.brugervendtNoegle) ?? '',
      ...(post.hjemmelspecifikation === undefined ? {} : { hjemmel: tekst(post.hjemmelspecifikation) }),
    })),
    facet: klasser.ved('Handlingsklasse', tid)?.brugervendtNoegle,
    fremdrift,
    sagsstatus: perioder(sag.sagIndeksEgenskaber, (post) =>
      post.sagsstatus ? { tekst: tekst(post.sagsstatus) ?? '' } : undefined,
    ),
    ...laesJournalposter(sag, id, roller),
  }
}

function laesJournalposter(sag: SagKilde, id: Uuid, roller: Rollekatalog): Pick<SagObjekt, 'journalposter' | 'notater'> {
  const navn = (rolle: string | undefined) => (rolle === undefined ? undefined : roller.rolleNavn('journalposter', rolle))
  return {
    journalposter: perioder(sag.journalposter, (post) => {
      const dokument = navn(post.rolle) === 'Journalnotat' ? undefined : parseUuid(post.referenceId ?? '')
      return dokument && { dokument, titel: tekst(post.journalpostEgenskaber?.dokumenttitel) }
    }),
    notater: perioder(sag.journalposter, (post) =>
      navn(post.rolle) === 'Journalnotat' && post.indeks ? { notat: notatId(id, post.indeks) } : undefined,
    ),
  }
}

/** Reads a document that has passed the rules. Its own parties count only where it is on no case. */
export function laesDokument(dokument: DokumentKilde, id: Uuid, tid: Tidspunkt, roller: Rollekatalog): DokumentObjekt {
  const aktoerer = new Relationer('dokumentaktoerer', dokument.dokumentaktoerer, roller)
  const klasser = new Relationer('dokumentklasser', dokument.dokumentklasser, roller)
  const kler = klasser.kler()
  const foelsomheder = foelsomhed(dokument.egenskaber)
  const ansvarlig = aktoerer.ansvarlig()
  const titler = perioder(dokument.egenskaber, (post) => ({
    titel: tekst(post.titel) ?? '',
    nummer: tekst(post.brugervendtNoegle) ?? '',
    type: post.type ?? '',
    brevDato: dag(post.brevDato),
  }))
  return {
    id,
    art: 'dokument',
    kommune: aktoerer.kommune(tid),
    kle: klasser.kle(tid),
    kler,
    parter: new Relationer('dokumentparter', dokument.dokumentparter, roller).parter(),
    adgang: toSkiver({
      ejere: aktoerer.ejere(),
      kler,
      foelsomhed: foelsomheder,
      enheder: enhederAf(ansvarlig),
      profil: profilAf(dokument.sikkerhedsprofiler),
    }),
    visningsklasser: klasser.visningsklasser(),
    foelsomhed: foelsomheder,
    oprettet: tidligst(titler, tid),
    ansvarlig,
    ...aktoerer.behandlere(),
    titler,
    fremdrift: perioder(dokument.fremdrift, (post) =>
      post.fremdriftStatusKode ? { status: post.fremdriftStatusKode } : undefined,
    ),
  }
}

/** Reads a journal note that has passed the rules, to plain text whatever its format. The standard gives a note no visibility of its own; ours may have it. */
export function laesJournalnotat(notat: JournalnotatKilde, id: Uuid, tid: Tidspunkt): JournalnotatObjekt {
  const titler = perioder(notat.egenskaber, (post) => ({ titel: tekst(post.titel) ?? '', format: post.format ?? 'Text' }))
  const foelsomheder = foelsomhed(notat.egenskaber)
  return {
    id,
    art: 'journalnotat',
    kommune: undefined,
    kle: undefined,
    parter: [],
    adgang: toSkiver({ foelsomhed: foelsomheder }),
    visningsklasser: perioder(notat.egenskaber, (post) => (post.undtagetForBorger ? { klasse: UNDTAGET_FOR_BORGER } : undefined)),
    foelsomhed: foelsomheder,
    oprettet: tidligst(titler, tid),
    ansvarlig: [],
    titler,
    notater: perioder(notat.egenskaber, (post) => (post.notat ? { notat: notattekst(post.notat, post.format) } : undefined)),
    sag: parseUuid(notat.sag ?? '') ?? id,
    viaSag: notat.indeks !== undefined,
  }
}

const UNDTAGET_FOR_BORGER = 'Visning undtaget for borger'

/** A registration from before a rule was sharpened may hold what cannot be read: then the note is there, and its text is empty. */
function notattekst(notat: string, format: string | undefined): string {
  const svar = laesSendtNotat(notat, format)
  return svar.ok ? (tekst(svar.value) ?? '') : ''
}
