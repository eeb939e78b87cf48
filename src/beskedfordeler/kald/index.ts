export { type Adresseafvisning, parseModtager } from './adresse.ts'
export { call, type Kaldssvar } from './kald.ts'
