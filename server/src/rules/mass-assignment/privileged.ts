/** Fields that give rights or say whose a record is. */
export const privileged =
  /^(?:is_?)?(?:admin|super_?user|staff|root|banned|verified|approved|owner)$|^roles?$|^permissions?$|^account_id$/i;
