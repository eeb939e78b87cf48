export { FORMAALSORD, HOEJST_BEGRUNDELSE, needsBegrundelse, VALGBARE_FORMAAL } from './formaal.ts'
