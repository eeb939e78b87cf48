import { testSider } from '../byggere/axe.ts'

testSider('bord')
