/** Ends this session and leaves for the sign-in. */
export function signOut(): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/api/account/sign-out";
  document.body.append(form);
  form.submit();
}
