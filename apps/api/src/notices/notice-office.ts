/**
 * Where a document comes from: department $1 and hall $2, at counter $3 or none. `prefix` heads the department's numbers and is not printed.
 * One text for what is issued and what is previewed.
 */
export const OFFICE = `
     SELECT d.document_prefix AS prefix, d.name AS department, d.code AS "departmentCode", d.phone AS "departmentPhone", COALESCE(r.name, '') AS region,
            h.name AS hall, h.phone AS "hallPhone", c.number || ' 号' || c.name AS counter
       FROM department d
       CROSS JOIN hall h
       LEFT JOIN region r ON r.code = d.region_code
       LEFT JOIN counter c ON c.id = $3::uuid
      WHERE d.id = $1 AND h.id = $2`;
