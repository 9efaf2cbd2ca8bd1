import { formatPhone } from "./format-phone";

export type NameFacts = {
  name: string | null;
  profileName: string | null;
  username: string | null;
  phone: string | null;
  bsuid?: string | null;
};

/** What a person is called on screen: as an agent named them, else as they call themselves, else what there is. */
export function displayName({ name, profileName, username, phone, bsuid }: NameFacts): string {
  if (name) return name;
  if (profileName?.trim()) return profileName;
  if (username) return `@${username}`;
  if (phone) return formatPhone(phone);
  return bsuid ?? "Unknown";
}
