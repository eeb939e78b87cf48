import type { Hvorfortekster } from './hvorfor.da.ts'

export const hvorforEn: Hvorfortekster = {
  den: {
    sag: 'Why can I not see it?',
    dokument: 'Why can I not see it?',
    journalnotat: 'Why can I not see it?',
    bevilling: 'Why can I not see it?',
    oekonomiskEffektuering: 'Why can I not see it?',
    aftale: 'Why can I not see it?',
  },
  dem: 'Why can I not see them?',
  nr: (art, nr) => `${art} ${nr}`,
  foerste: (antal) => `${antal} of them can be chosen here.`,
  lead: 'Your rights let you know that there is something, but not what it is. To see it, one of your rights must cover all of it by itself.',
  enhed: 'Responsible unit',
  ikkeOplyst: 'not told',
  grupper: 'Your rights, and what stops each of them',
  andre: 'Your other rights, which give no access',
  ikkeNu: 'The explanation cannot be read just now. Try again shortly.',
  registreret: 'That you asked for the explanation has been recorded.',
}
