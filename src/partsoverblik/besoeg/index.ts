export { FORMAALSORD, HOEJST_BEGRUNDELSE, VALGBARE_FORMAAL } from '#partsoverblik/formaal'
export { BESOEGSAFVISNINGER, type Besoegsafvisning } from './besoeg.errors.ts'
export { bekraeftBesoeg, type FundetBesoeg, findBesoeg } from './find-besoeg.ts'
export { type Begyndt, type Besoegsdeps, type Besoegsvalg, startBesoeg } from './start-besoeg.ts'
