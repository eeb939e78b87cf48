import { type TSchema, Type } from 'typebox'
import { ARTER } from '#kernel'

/** The named schemas of what the citizen's pages show as data, and of explanations, for the OpenAPI document. */

const ref = (navn: string): TSchema => ({ $ref: `#/components/schemas/${navn}` }) as unknown as TSchema
const liste = (navn: string): TSchema => Type.Array(ref(navn))
const valg = (...ord: readonly string[]): TSchema => Type.Union(ord.map((et) => Type.Literal(et)))
const maaske = (skema: TSchema) => Type.Optional(skema)
const uuid = Type.String({ format: 'uuid' })
const tid = Type.String({ format: 'date-time' })
const dag = Type.String({ format: 'date' })
const beloeb = Type.String({ pattern: '^-?[0-9]+(\\.[0-9]+)?$', description: 'Kroner som decimaltekst' })
const tekst = Type.String()
const objekt = (felter: Record<string, TSchema>, description?: string) =>
  Type.Object(felter, { additionalProperties: false, ...(description === undefined ? {} : { description }) })

const art = valg(...ARTER)
const spoergsmaal = objekt({ stillet: tid, frist: dag, tekst, svar: maaske(objekt({ tekst, tid })) })
const fremdrift = valg('Opstaaet', 'Oplyst', 'Afgjort', 'Afsluttet')
const sted = { kommune: ref('KommuneVisning'), omraade: tekst, herkomst: maaske(ref('HerkomstVisning')) }
const daekkede = { daekning: liste('DaekningVisning'), mangler: liste('Mangel') }
const ikkeKilder = { ikkeKilder: Type.Array(tekst, { description: 'Dem, der ikke er kilder her, ved navn' }) }

const ting = {
  SagVisning: objekt({
    id: uuid,
    titel: ref('Tosproget'),
    forklaring: maaske(ref('Tosproget')),
    sagsnummer: tekst,
    ...sted,
    fremdrift,
    tidslinje: Type.Array(objekt({ fremdrift, fra: tid })),
    sagsstatus: maaske(tekst),
    sagsstatusOrd: maaske(ref('Tosproget')),
    egneOrd: maaske(ref('EgneStatusord')),
    oprettet: tid,
    opdateret: tid,
    hjemmel: maaske(tekst),
    omBarn: maaske(uuid),
  }),
  DokumentVisning: objekt({
    id: uuid,
    titel: ref('Tosproget'),
    type: tekst,
    typeOrd: maaske(ref('Tosproget')),
    dato: dag,
    sager: Type.Array(uuid),
    ...sted,
  }),
  JournalnotatVisning: objekt({ id: uuid, titel: ref('Tosproget'), dato: tid, sag: maaske(uuid), ...sted, tekst: maaske(tekst) }),
  YdelseVisning: objekt({
    navn: tekst,
    navnOrd: maaske(ref('Tosproget')),
    type: valg('Økonomisk', 'Fysisk', 'Ressource', 'Tilladelse'),
    fra: maaske(dag),
    til: maaske(dag),
    omfang: maaske(tekst),
    meddelelse: maaske(tekst),
  }),
  BevillingVisning: objekt({
    id: uuid,
    ...sted,
    tilstand: valg('Aktiv', 'Inaktiv', 'Passiv', 'Sluttet', 'Kommende'),
    fra: maaske(dag),
    til: maaske(dag),
    ydelser: liste('YdelseVisning'),
    sag: maaske(uuid),
    udbetalinger: liste('UdbetalingVisning'),
  }),
  UdbetalingVisning: objekt({
    id: uuid,
    navn: tekst,
    navnOrd: maaske(ref('Tosproget')),
    ...sted,
    tilstand: valg('planlagt', 'ikkeGodkendt', 'sendt', 'udbetalt', 'rettelse'),
    dato: maaske(dag),
    beloeb: maaske(beloeb),
    foerSkat: maaske(beloeb),
    efterSkat: maaske(beloeb),
    periode: maaske(objekt({ fra: maaske(dag), til: maaske(dag) })),
    bevilling: maaske(uuid),
  }),
  AftaleVisning: objekt({
    id: uuid,
    type: valg('Aftale', 'Frist'),
    titel: ref('Tosproget'),
    beskrivelse: maaske(tekst),
    start: tid,
    slut: maaske(tid),
    sted: maaske(tekst),
    status: valg('Aktiv', 'Aflyst', 'Afholdt', 'Opfyldt'),
    sag: maaske(uuid),
    ...sted,
  }),
}

const statusord = maaske(objekt({ ord: ref('Tosproget'), saetning: ref('Tosproget') }))

const dele = {
  EgneStatusord: objekt(
    { Opstaaet: statusord, Oplyst: statusord, Afgjort: statusord, Afsluttet: statusord },
    'Kommunens egne ord for sagens trin, hvor den har valgt nogle',
  ),
  Tosproget: objekt({ da: tekst, en: tekst }, 'En tekst på begge sprog'),
  KommuneVisning: objekt({ cvr: tekst, navn: tekst }),
  KontaktVisning: objekt({
    navn: tekst,
    telefon: tekst,
    aabningstider: ref('Tosproget'),
    sikkerPost: maaske(tekst),
  }),
  Mangel: objekt({ del: tekst, aarsag: valg('fejl', 'tid') }, 'En del af svaret, som ikke kunne laves; resten gælder'),
  DaekningVisning: objekt(
    {
      kommune: ref('KommuneVisning'),
      omraade: tekst,
      art,
      udsagn: valg('intet', 'ikkeSet', 'ikkeTilsluttet', 'vist'),
      kilder: Type.Array(
        objekt({
          slags: ref('Tosproget'),
          navn: tekst,
          tilsluttetSiden: tid,
          dataFra: maaske(dag),
          senesteLevering: maaske(tid),
        }),
      ),
      forbehold: Type.Array(
        valg('forsinket', 'kunSiden', 'afviste', 'ikkeAfstemt', 'ikkeBevist', 'ukendteKilder', 'manglendeKilder', 'stoppet'),
      ),
      bevistTil: maaske({ ...tid, description: 'Opgjort pr. dette tidspunkt; altid sat ved intet' }),
      kontakt: maaske(ref('KontaktVisning')),
    },
    'Hvad der vides. intet: bevist pr. bevistTil. ikkeSet: tilsluttet, men noget vides ikke. ikkeTilsluttet: spørg der',
  ),
  Begivenhed: objekt({ art, id: uuid, titel: ref('Tosproget'), tid, nyt: maaske(valg('kommet', 'aendret')) }),
  HerkomstVisning: objekt(
    {
      systemslags: ref('Tosproget'),
      systemnavn: tekst,
      modtaget: maaske(Type.String({ format: 'date-time', description: 'Første gang modtaget her' })),
      opdateret: Type.String({ format: 'date-time', description: 'Som det så ud hos afsenderen fra dette tidspunkt' }),
      kontrolleret: maaske(Type.String({ format: 'date-time', description: 'Sidst sammenlignet med kilden og ens' })),
      nyt: maaske(valg('kommet', 'aendret')),
    },
    'Hvor noget kommer fra. nyt: siden borgerens forrige besøg',
  ),
}

const sider = {
  StartsideVisning: objekt({
    navn: tekst,
    venter: liste('AftaleVisning'),
    nyt: objekt({ siden: maaske(tid), antal: Type.Integer({ minimum: 0 }), linjer: liste('Begivenhed') }),
    naesteUdbetaling: maaske(ref('UdbetalingVisning')),
    omraader: Type.Array(
      objekt({
        omraade: tekst,
        navn: ref('Tosproget'),
        kommuner: Type.Array(
          objekt({
            kommune: ref('KommuneVisning'),
            aktive: Type.Integer({ minimum: 0 }),
            vigtigste: maaske(objekt({ titel: ref('Tosproget'), fremdrift })),
            daekning: maaske(ref('DaekningVisning')),
          }),
        ),
      }),
    ),
    ...ikkeKilder,
    mangler: liste('Mangel'),
  }),
  SagslisteVisning: objekt({ sager: liste('SagVisning'), ...daekkede }),
  SagsideVisning: objekt({
    sag: ref('SagVisning'),
    dokumenter: liste('DokumentVisning'),
    notater: liste('JournalnotatVisning'),
    bevillinger: liste('BevillingVisning'),
    aftaler: liste('AftaleVisning'),
    kontakt: ref('KontaktVisning'),
    herkomst: maaske(ref('HerkomstVisning')),
    ...daekkede,
  }),
  DokumentlisteVisning: objekt({ linjer: liste('DokumentVisning'), ...daekkede }),
  NotatlisteVisning: objekt({ linjer: liste('JournalnotatVisning'), ...daekkede }),
  NotatsideVisning: objekt({
    notat: ref('JournalnotatVisning'),
    kontakt: maaske(ref('KontaktVisning')),
    forstaaet: maaske(Type.Boolean({ description: 'Dit svar på, om du kunne forstå notatet' })),
    mangler: liste('Mangel'),
  }),
  YdelseslisteVisning: objekt({
    bevillinger: liste('BevillingVisning'),
    udbetalinger: liste('UdbetalingVisning'),
    ...daekkede,
    ...ikkeKilder,
  }),
  AftalelisteVisning: objekt({ linjer: liste('AftaleVisning'), ...daekkede }),
  DaekningssideVisning: objekt({ ...daekkede, ...ikkeKilder }),
  OpslagslisteVisning: objekt({
    siden: dag,
    linjer: Type.Array(
      objekt({
        tid,
        hvem: valg('dig', 'foraelder', 'medarbejder', 'drift'),
        rolle: maaske(ref('Tosproget')),
        sted: maaske(tekst),
        kommune: maaske(ref('KommuneVisning')),
        grund: ref('Tosproget'),
        hvad: liste('Tosproget'),
        besoeg: maaske(uuid),
        spoergsmaal: maaske(spoergsmaal),
      }),
    ),
    udenLinje: Type.Array(objekt({ besoegt: tid, kommune: ref('KommuneVisning'), spoergsmaal })),
    side: Type.Integer(),
    sider: Type.Integer(),
    aeldre: Type.Boolean(),
    mangler: liste('Mangel'),
  }),
}

const forklaringer = {
  Forklaring: objekt(
    {
      objekt: uuid,
      art,
      vises: Type.Boolean(),
      grund: maaske(tekst),
      forklaring: ref('Tosproget'),
      aendring: maaske(ref('Tosproget')),
      ord: maaske(objekt({ titel: ref('Tosproget'), tilstand: maaske(tekst) })),
      titelvalg: maaske(
        objekt({
          slags: valg('egen', 'gennemset', 'sikker'),
          grund: maaske(valg('KLE_VALGT', 'BLOKERET', 'AFVENTER_GENNEMGANG', 'AFVIST')),
          forklaring: ref('Tosproget'),
          aendring: maaske(ref('Tosproget')),
          gennemgang: valg('ingen', 'venter', 'godkendt', 'rettet', 'afvist'),
          fund: Type.Array(tekst),
          siden: maaske(tid),
        }),
      ),
      vinkler: Type.Array(
        objekt({
          som: valg('egen', 'sag', 'ydelse'),
          sag: maaske(uuid),
          kommune: tekst,
          kle: tekst,
          sagenVises: maaske(Type.Boolean()),
          afgoerelse: objekt({ vises: Type.Boolean(), grund: maaske(tekst) }),
          regler: liste('Regelforklaring'),
        }),
      ),
    },
    'Til driften, aldrig til borgeren: hvorfor noget vises eller ikke, i hvilke ord, og hvad der skulle ændres',
  ),
  Regelforklaring: objekt({
    regel: tekst,
    udfald: valg('vises', 'skjules', 'kanIkkeAfgoeres'),
    grund: maaske(tekst),
    forklaring: ref('Tosproget'),
    aendring: maaske(ref('Tosproget')),
  }),
}

export const OVERBLIK_SKEMAER: Readonly<Record<string, TSchema>> = { ...dele, ...ting, ...sider, ...forklaringer }

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: ref('Problem') } } })

/** What a citizen's read can be answered with. */
export const borgersvar = (navn: keyof typeof sider) => ({
  200: { description: 'Det, som siden viser', content: { 'application/json': { schema: ref(navn) } } },
  401: problem('Ikke logget ind, eller login er udløbet'),
  404: problem('Det findes ikke her'),
  503: problem('Kan ikke vises lige nu'),
})
