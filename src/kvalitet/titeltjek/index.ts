export { type Alvor, FUNDKODER, type Fund, type Fundkode, type Stavekontrol, type Titelkontekst } from './fund.ts'
export { checkBlokerende, checkNotat, checkTitel, REGELVERSION } from './tjek-titel.ts'
