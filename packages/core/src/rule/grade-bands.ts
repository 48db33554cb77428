/** 优/良/中/差 and the like: a fixed number of points, or a span within which a person gives them. */
export type GradeBands = {
  readonly kind: 'grade_bands'
  readonly bands: readonly (
    | { readonly label: string; readonly points: number }
    | { readonly label: string; readonly min: number; readonly max: number }
  )[]
}
