/** SQL: R2.6: the district under whose government the region of the department `d` stands, as `r`; a street has none of its own. */
export const DISTRICT_OF_DEPARTMENT = `
       LEFT JOIN region own ON own.code = d.region_code
       LEFT JOIN region r ON r.code = own.district_code`;

/**
 * Where a document comes from: department $1 and hall $2, at counter $3 or none. `prefix` heads the department's numbers and is not printed.
 * One text for what is issued and what is previewed.
 */
export const OFFICE = `
     SELECT d.document_prefix AS prefix, d.name AS department, d.code AS "departmentCode", d.phone AS "departmentPhone", COALESCE(r.name, '') AS region,
            h.name AS hall, h.phone AS "hallPhone", c.number || ' 号' || c.name AS counter
       FROM department d
       CROSS JOIN hall h${DISTRICT_OF_DEPARTMENT}
       LEFT JOIN counter c ON c.id = $3::uuid
      WHERE d.id = $1 AND h.id = $2`;
