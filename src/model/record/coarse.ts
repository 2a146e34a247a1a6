/** How precisely an incident of sexual violence may be placed: by its region and no closer. */

export const COARSE_PLACES: readonly string[] = ['COUNTRY', 'REGION', 'AREA'];
export const COARSE_PRECISIONS: readonly string[] = ['ADMIN1', 'AREA', 'COUNTRY', 'UNKNOWN'];
