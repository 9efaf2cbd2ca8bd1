import type { ConsentWords } from "./types";

/** What a workspace begins with. Words that answer other questions too, such as "cancel", are left to those who want them. */
export const defaultWords: readonly ConsentWords[] = [
  {
    language: "en",
    stopWords: ["STOP", "STOP ALL", "STOPALL", "STOP PROMOTIONS", "UNSUBSCRIBE", "OPT OUT", "OPTOUT"],
    startWords: ["START", "UNSTOP", "SUBSCRIBE", "OPT IN", "OPTIN"],
    stopText:
      "You will get no more offers and news from us on WhatsApp. You can still write to us at any time. Send START to get them again.",
    startText: "You will get our offers and news on WhatsApp again. Send STOP to end them.",
  },
  {
    language: "es",
    stopWords: ["BAJA", "PARAR", "ALTO", "DETENER", "DETENER PROMOCIONES", "CANCELAR SUSCRIPCIÓN"],
    startWords: ["ALTA", "REANUDAR", "SUSCRIBIR", "SUSCRIBIRME"],
    stopText:
      "No recibirás más ofertas ni novedades nuestras por WhatsApp. Puedes escribirnos cuando quieras. Envía ALTA para volver a recibirlas.",
    startText: "Volverás a recibir nuestras ofertas y novedades por WhatsApp. Envía BAJA para dejar de recibirlas.",
  },
  {
    language: "pt",
    stopWords: ["PARAR", "SAIR", "DESCADASTRAR", "CANCELAR INSCRIÇÃO", "INTERROMPER PROMOÇÕES"],
    startWords: ["RETOMAR", "INSCREVER", "CADASTRAR"],
    stopText:
      "Você não receberá mais nossas ofertas e novidades pelo WhatsApp. Pode nos escrever quando quiser. Envie RETOMAR para voltar a recebê-las.",
    startText: "Você voltará a receber nossas ofertas e novidades pelo WhatsApp. Envie SAIR para deixar de recebê-las.",
  },
  {
    language: "fr",
    stopWords: ["STOP", "ARRÊT", "ARRÊTER", "DÉSABONNER", "SE DÉSABONNER", "DÉSINSCRIRE"],
    startWords: ["REPRENDRE", "ABONNER", "S'ABONNER", "RÉABONNER"],
    stopText:
      "Vous ne recevrez plus nos offres et nouvelles sur WhatsApp. Vous pouvez toujours nous écrire. Envoyez REPRENDRE pour les recevoir à nouveau.",
    startText: "Vous recevrez à nouveau nos offres et nouvelles sur WhatsApp. Envoyez ARRÊT pour ne plus les recevoir.",
  },
  {
    language: "de",
    stopWords: ["STOPP", "STOP", "ABMELDEN", "ABBESTELLEN"],
    startWords: ["ANMELDEN", "STARTEN", "ABONNIEREN"],
    stopText:
      "Sie erhalten von uns keine Angebote und Neuigkeiten mehr über WhatsApp. Schreiben können Sie uns weiterhin jederzeit. Mit ANMELDEN erhalten Sie sie wieder.",
    startText: "Sie erhalten unsere Angebote und Neuigkeiten wieder über WhatsApp. Mit ABMELDEN beenden Sie das.",
  },
  {
    language: "it",
    stopWords: ["FERMA", "CANCELLAMI", "DISISCRIVIMI", "ANNULLA ISCRIZIONE"],
    startWords: ["RIPRENDI", "ISCRIVIMI"],
    stopText:
      "Non riceverai più le nostre offerte e novità su WhatsApp. Puoi scriverci quando vuoi. Invia RIPRENDI per riceverle di nuovo.",
    startText: "Riceverai di nuovo le nostre offerte e novità su WhatsApp. Invia FERMA per non riceverle più.",
  },
  {
    language: "nl",
    stopWords: ["STOPPEN", "AFMELDEN", "UITSCHRIJVEN"],
    startWords: ["AANMELDEN", "INSCHRIJVEN"],
    stopText:
      "Je krijgt van ons geen aanbiedingen en nieuws meer via WhatsApp. Je kunt ons altijd blijven schrijven. Stuur AANMELDEN om ze weer te krijgen.",
    startText: "Je krijgt onze aanbiedingen en ons nieuws weer via WhatsApp. Stuur AFMELDEN om ze te stoppen.",
  },
  {
    language: "ar",
    stopWords: ["إيقاف", "أوقف", "توقف", "قف", "إلغاء الاشتراك"],
    startWords: ["ابدأ", "بدء", "اشتراك", "استئناف"],
    stopText: "لن تصلك عروضنا وأخبارنا على واتساب بعد الآن. يمكنك مراسلتنا في أي وقت. أرسل «ابدأ» لتصلك من جديد.",
    startText: "ستصلك عروضنا وأخبارنا على واتساب من جديد. أرسل «إيقاف» للتوقف عن تلقيها.",
  },
];
