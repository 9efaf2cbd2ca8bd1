import type { Language } from "@/lib/languages";
import type { GreetingKind } from "./types";

/** Texts to begin with, in the languages of the console: customers read them, so they are no part of its catalogue. */
export const starters: Record<GreetingKind, Record<Language, string>> = {
  welcome: {
    en: "Hello {{contact.firstName}}, thank you for writing to {{workspace.name}}. Somebody answers you shortly.",
    es: "Hola, {{contact.firstName}}, gracias por escribir a {{workspace.name}}. Te responderemos enseguida.",
    pt: "Olá, {{contact.firstName}}, obrigado por escrever para {{workspace.name}}. Responderemos em breve.",
    ar: "مرحبًا {{contact.firstName}}، شكرًا لتواصلك مع {{workspace.name}}. سنرد عليك قريبًا.",
  },
  away: {
    en: "Thank you for your message. We are closed just now and open again {{hours.opensAt|soon}}. We answer you then.",
    es: "Gracias por tu mensaje. Ahora estamos cerrados; volvemos a abrir: {{hours.opensAt|pronto}}. Te responderemos entonces.",
    pt: "Obrigado pela mensagem. Agora estamos fechados; voltamos a abrir: {{hours.opensAt|em breve}}. Responderemos então.",
    ar: "شكرًا لرسالتك. نحن مغلقون الآن ونعود للعمل: {{hours.opensAt|قريبًا}}. سنرد عليك حينها.",
  },
  queue: {
    en: "You are number {{queue.place}} in the queue. Expected wait: {{queue.wait|as short as we can make it}}.",
    es: "Eres el número {{queue.place}} de la cola. Espera prevista: {{queue.wait|lo más corta posible}}.",
    pt: "Você é o número {{queue.place}} da fila. Espera prevista: {{queue.wait|a menor possível}}.",
    ar: "رقمك في الطابور هو {{queue.place}}. مدة الانتظار المتوقعة: {{queue.wait|أقصر ما يمكن}}.",
  },
  reopened: {
    en: "Welcome back {{contact.firstName}}. We go on where we stopped; somebody answers you shortly.",
    es: "Hola de nuevo, {{contact.firstName}}. Seguimos donde lo dejamos; te responderemos enseguida.",
    pt: "Olá de novo, {{contact.firstName}}. Continuamos de onde paramos; responderemos em breve.",
    ar: "أهلًا بعودتك {{contact.firstName}}. نتابع من حيث توقفنا، وسنرد عليك قريبًا.",
  },
  follow_up: {
    en: "We have not forgotten you {{contact.firstName}}. It takes a little longer today; somebody answers you as soon as possible.",
    es: "No te hemos olvidado, {{contact.firstName}}. Hoy tardamos un poco más; te responderemos lo antes posible.",
    pt: "Não esquecemos você, {{contact.firstName}}. Hoje está demorando um pouco mais; responderemos assim que possível.",
    ar: "لم ننسك {{contact.firstName}}. نستغرق اليوم وقتًا أطول قليلًا، وسنرد عليك في أقرب وقت ممكن.",
  },
};
