/** Words that belong to one KLE group or a few, as titles have them: the group in a citizen's case is seldom another. Small letters, ASCII. */
const NOEGLEORD: Readonly<Record<string, string>> = {
  '02.34': 'byggetilladelse byggesag byggeansoegning carport udestue tilbygning nedrivning ibrugtagning',
  '05.09': 'parkering parkeringsafgift',
  '07.18': 'dagrenovation affaldsbeholder skraldespand storskrald',
  '13.03': 'fjernvarme',
  '15.20': 'jobsoegning jobsamtale jobplan',
  '15.40': 'introduktionsprogram integrationsprogram',
  '17.03': 'specialundervisning',
  '17.20': 'skoleindskrivning skoleskift skolefravaer',
  '17.21': 'skolebus skolekoersel',
  '23.05': 'pas koerekort sundhedskort',
  '27.12': 'boligindretning',
  '27.15': 'stoettekontaktperson',
  '27.35': 'hjemmehjaelp personlig rengoering',
  '27.36':
    'hjaelpemiddel hjaelpemidler kompressionsstroemper rollator koerestol hoereapparat handicapbil bilstoette stomi ortopaedisk',
  '27.42': 'plejebolig plejehjemsplads aeldrebolig',
  '27.69': 'genoptraening genoptraeningsplan',
  '28.06': 'boernehaveplads vuggestueplads dagplejeplads daginstitutionsplads',
  '28.09': 'fripladstilskud soeskendetilskud',
  '29.18': 'sundhedsplejerske sundhedspleje',
  '29.30': 'tandpleje tandregulering omsorgstandpleje',
  '32.03': 'folkepension',
  '32.09': 'foertidspension',
  '32.15': 'boligstoette boligydelse boligsikring',
  '32.18': 'boerneydelse boernetilskud ungeydelse boernebidrag',
  '32.24': 'kontanthjaelp uddannelseshjaelp',
  '32.30': 'sygedagpenge',
  '32.36': 'barselsdagpenge barselsdagpengene',
  '32.39': 'fleksloentilskud fleksjob ledighedsydelse',
  '34.51': 'anbringelse plejefamilie',
}

const GRUPPER: ReadonlyMap<string, readonly string[]> = byg()

function byg(): Map<string, string[]> {
  const grupper = new Map<string, string[]>()
  for (const [gruppe, ord] of Object.entries(NOEGLEORD)) {
    for (const led of ord.split(' ')) grupper.set(led, [...(grupper.get(led) ?? []), gruppe])
  }
  return grupper
}

/** The KLE groups (NN.NN) that the words of a title point to, without repetition; empty where none does. */
export function foreslaaKlegrupper(titel: string): readonly string[] {
  const ord = titel
    .slice(0, 1_000)
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .split(/[^a-z]+/)
  return [...new Set(ord.flatMap((led) => GRUPPER.get(led) ?? []))]
}
