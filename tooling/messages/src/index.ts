export { type Catalog, compileCatalog } from './compile-catalog.ts'
export { testCatalogs } from './test-catalogs.ts'
