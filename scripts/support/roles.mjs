/**
 * The URL of one of our roles, from the URL of the owner of the same database.
 * @param {string} ownerUrl
 * @param {"parley_app" | "parley_door" | "parley_system"} role
 * @param {string} password
 */
function as(ownerUrl, role, password) {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/**
 * What the processes need to reach a database: each role by itself, and never the owner.
 * @param {string} ownerUrl
 * @param {string} rolePassword
 */
export function databaseEnvironment(ownerUrl, rolePassword) {
  return {
    DATABASE_URL: as(ownerUrl, "parley_app", rolePassword),
    DATABASE_DOOR_URL: as(ownerUrl, "parley_door", rolePassword),
    DATABASE_SYSTEM_URL: as(ownerUrl, "parley_system", rolePassword),
  };
}
