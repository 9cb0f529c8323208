/** SQL, R2.6: the district under whose government the department `d` stands, by name; a street has none of its own. */
export const DISTRICT_OF_DEPARTMENT = `COALESCE((
       SELECT r.name FROM region own JOIN region r ON r.district_code = own.district_code AND r.level = 'district'
        WHERE own.code = d.region_code ORDER BY r.code LIMIT 1), '')`;

/**
 * Where a document comes from: department $1 and hall $2, at counter $3 or none. `prefix` heads the department's numbers and is not printed.
 * One text for what is issued and what is previewed.
 */
export const OFFICE = `
     SELECT d.document_prefix AS prefix, d.name AS department, d.code AS "departmentCode", d.phone AS "departmentPhone", ${DISTRICT_OF_DEPARTMENT} AS region,
            h.name AS hall, h.phone AS "hallPhone", c.number || ' 号' || c.name AS counter
       FROM department d
       CROSS JOIN hall h
       LEFT JOIN counter c ON c.id = $3::uuid
      WHERE d.id = $1 AND h.id = $2`;
