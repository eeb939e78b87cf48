export { groupByObjekt, toRegelbrud } from '../faelles/skemabrud.ts'
