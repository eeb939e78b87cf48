/** Test data: what the compliance test sends too, under the name by which tests find it. */
export * from './fuldt-element.ts'
