/** Words that belong to one KLE group or a few, as titles have them: the group in a citizen's case is seldom another. Small letters, ASCII. */
const NOEGLEORD: Readonly<Record<string, string>> = {
  '02.34': 'byggetilladelse byggeansoegning carport tilbygning ibrugtagningstilladelse',
  '05.09': 'parkering parkeringsafgift parkeringsplads',
  '07.18': 'dagrenovation affaldsbeholder skraldespand storskrald',
  '13.03': 'fjernvarme fjernvarmeforsyning',
  '15.17': 'ressourceforloeb revalidering',
  '15.20': 'jobsamtale jobplan fleksjob',
  '15.40': 'introduktionsprogram',
  '17.03': 'specialundervisning',
  '17.20': 'skoleindskrivning skoleskift skolefravaer',
  '17.21': 'skolebus skolekoersel',
  '23.01': 'vielse',
  '23.04': 'navneaendring',
  '23.09': 'koerekort',
  '27.42': 'plejebolig plejehjemsplads',
  '27.60': 'hjaelpemiddel hjaelpemidler kompressionsstroemper rollator koerestol handicapbil bilstoette boligindretning',
  '27.36': 'hjemmehjaelp genoptraening genoptraeningsplan',
  '29.21': 'genoptraening genoptraeningsplan',
  '28.77': 'friplads fripladstilskud soeskendetilskud',
  '29.12': 'sundhedsplejerske sundhedspleje',
  '29.15': 'tandpleje tandregulering omsorgstandpleje',
  '32.03': 'folkepension foertidspension',
  '32.06': 'boligstoette boligydelse boligsikring',
  '32.10': 'boernetilskud',
  '32.12': 'boerneydelse ungeydelse',
  '32.15': 'boernebidrag',
  '32.24': 'kontanthjaelp uddannelseshjaelp ledighedsydelse ressourceforloebsydelse',
  '32.30': 'sygedagpenge barselsdagpenge',
  '34.30': 'plejefamilie',
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
