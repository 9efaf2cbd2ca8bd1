export type App = {
  id: string;
  secret: string;
  name: string;
  webhookUrl?: string | undefined;
  verifyToken?: string | undefined;
};
export type Waba = {
  id: string;
  name: string;
  /** Subscribed apps by id; an override replaces the app's own callback. */
  subscriptions: Map<string, { overrideUrl?: string | undefined }>;
};
export type PhoneNumber = {
  id: string;
  wabaId: string;
  display: string;
  digits: string;
  verifiedName: string;
  /** Messages a second. */
  throughput: number;
};
export type Token = { value: string; appId: string; wabaIds: Set<string>; state: "valid" | "expired" };

export type ChannelFacts = {
  phoneNumberId: string;
  wabaId: string;
  displayPhoneNumber: string;
  verifiedName: string;
  token: string;
  appId: string;
  appSecret: string;
  webhookUrl?: string | undefined;
  verifyToken?: string | undefined;
  throughput?: number | undefined;
};

/** Apps, accounts, numbers and tokens: what exists at Meta and who may touch it. */
export class Directory {
  readonly apps = new Map<string, App>();
  readonly wabas = new Map<string, Waba>();
  readonly phoneNumbers = new Map<string, PhoneNumber>();
  readonly tokens = new Map<string, Token>();

  /** Adds or changes a number with all that it needs; the app is subscribed to the account. */
  registerChannel(facts: ChannelFacts): PhoneNumber {
    const app = this.#upsertApp(facts);
    const waba = this.wabas.get(facts.wabaId) ?? {
      id: facts.wabaId,
      name: facts.verifiedName,
      subscriptions: new Map(),
    };
    this.wabas.set(waba.id, waba);
    if (!waba.subscriptions.has(app.id)) waba.subscriptions.set(app.id, {});
    const token = this.tokens.get(facts.token) ?? {
      value: facts.token,
      appId: app.id,
      wabaIds: new Set(),
      state: "valid",
    };
    token.appId = app.id;
    token.wabaIds.add(waba.id);
    this.tokens.set(token.value, token);
    const phoneNumber: PhoneNumber = {
      id: facts.phoneNumberId,
      wabaId: waba.id,
      display: facts.displayPhoneNumber,
      digits: facts.displayPhoneNumber.replace(/\D/g, ""),
      verifiedName: facts.verifiedName,
      throughput: facts.throughput ?? 1_000,
    };
    this.phoneNumbers.set(phoneNumber.id, phoneNumber);
    return phoneNumber;
  }

  /** Where webhooks of an account go: each subscribed app that has a callback. */
  callbacksOf(wabaId: string): { app: App; url: string }[] {
    const subscriptions = this.wabas.get(wabaId)?.subscriptions ?? new Map<string, { overrideUrl?: string }>();
    const callbacks: { app: App; url: string }[] = [];
    for (const [appId, { overrideUrl }] of subscriptions) {
      const app = this.apps.get(appId);
      const url = overrideUrl ?? app?.webhookUrl;
      if (app && url) callbacks.push({ app, url });
    }
    return callbacks;
  }

  /** The first number: the one the phone shows when nobody chose. */
  get firstPhoneNumber(): PhoneNumber | undefined {
    return this.phoneNumbers.values().next().value;
  }

  #upsertApp(facts: ChannelFacts): App {
    const app = this.apps.get(facts.appId) ?? { id: facts.appId, secret: facts.appSecret, name: `App ${facts.appId}` };
    // Changed in place: a webhook that waits for its retry is signed with the secret of that moment.
    app.secret = facts.appSecret;
    app.webhookUrl = facts.webhookUrl ?? app.webhookUrl;
    app.verifyToken = facts.verifyToken ?? app.verifyToken;
    this.apps.set(app.id, app);
    return app;
  }
}
