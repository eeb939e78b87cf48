/**
 * Danish working days: not Saturdays, Sundays and public holidays, nor the three days on which municipal offices are closed as well
 * (Grundlovsdag, juleaften, nytårsaften). Counted here instead of by a library, which costs a tenth of a second and 40 MB at every start
 * (measured); the tests compare with it.
 */
const DAG_MS = 86_400_000
const FASTE = new Set(['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'])
/** Skærtorsdag, langfredag, påskedag, 2. påskedag, Kristi himmelfart, pinsedag, 2. pinsedag: days from Easter Sunday. */
const FRA_PAASKE = [-3, -2, 0, 1, 39, 49, 50]
/** Store bededag was a holiday until 2023 (lov nr. 214 af 06/03/2023 abolished it). */
const STORE_BEDEDAG = { fraPaaske: 26, sidsteAar: 2023 }

/** True where the municipality's offices are open on the day, YYYY-MM-DD. */
export function isArbejdsdag(dag: string): boolean {
  const tid = Date.parse(dag)
  const ugedag = new Date(tid).getUTCDay()
  return ugedag !== 0 && ugedag !== 6 && !FASTE.has(dag.slice(5)) && !isKirkelig(tid, Number(dag.slice(0, 4)))
}

/** The working day that is `antal` after the day, which itself is not counted; for none, the day itself. */
export function plusArbejdsdage(dag: string, antal: number): string {
  let naaet = dag
  for (let tilbage = antal; tilbage > 0; ) {
    naaet = new Date(Date.parse(naaet) + DAG_MS).toISOString().slice(0, 10)
    if (isArbejdsdag(naaet)) tilbage--
  }
  return naaet
}

function isKirkelig(tid: number, aar: number): boolean {
  const fraPaaske = Math.round((tid - paaskedag(aar)) / DAG_MS)
  return FRA_PAASKE.includes(fraPaaske) || (aar <= STORE_BEDEDAG.sidsteAar && fraPaaske === STORE_BEDEDAG.fraPaaske)
}

/** Easter Sunday of a Gregorian year at midnight UTC, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function paaskedag(aar: number): number {
  const gyldental = aar % 19
  const aarhundrede = Math.floor(aar / 100)
  const iAarhundredet = aar % 100
  const skudrettelse =
    aarhundrede - Math.floor(aarhundrede / 4) - Math.floor((aarhundrede - Math.floor((aarhundrede + 8) / 25) + 1) / 3)
  const epakt = (19 * gyldental + skudrettelse + 15) % 30
  const tilSoendag = (32 + 2 * (aarhundrede % 4) + 2 * Math.floor(iAarhundredet / 4) - epakt - (iAarhundredet % 4)) % 7
  const rettelse = Math.floor((gyldental + 11 * epakt + 22 * tilSoendag) / 451)
  const dagIMarts = 22 + epakt + tilSoendag - 7 * rettelse
  return Date.UTC(aar, 2, dagIMarts)
}
