import {
  answers,
  card,
  type Dialogue,
  offers,
  orders,
  photo,
  picks,
  place,
  says,
  sendsFile,
  taps,
  template,
} from "./turn";

export const spanish: Dialogue[] = [
  [
    says("Hola, buenas. ¿Cuándo llega mi pedido {order}?"),
    answers("Hola {name}, soy {agent}. Sale hoy del almacén y llega mañana antes de las dos."),
    says("Perfecto, muchas gracias"),
  ],
  [
    says("La tetera gotea por abajo."),
    photo("Mira, aquí se ve"),
    answers("Lo siento, {name}. Te mando otra sin coste. ¿La misma dirección?"),
    says("Sí, la misma"),
    answers("Hecho. Te llega el jueves."),
  ],
  [
    says("¿Tenéis tienda en Valencia?"),
    place("Mi casa", "Carrer de la Pau 18, València", 39.4739, -0.3735),
    answers("Sí, en la calle Colón 27. Abrimos hasta las nueve."),
  ],
  [
    says("Necesito la factura de {order}, por favor"),
    answers("Aquí la tienes."),
    sendsFile("factura-{order}.pdf"),
    says("Recibida 👌"),
  ],
  [
    says("Quiero devolver la lámpara"),
    offers("¿Cómo prefieres devolverla?", ["En tienda", "Con mensajero"]),
    taps("Con mensajero"),
    answers("Pasan a recogerla el lunes entre las 10 y las 14."),
    says("¿Y el dinero?"),
    answers("Lo tienes en la tarjeta tres días después."),
  ],
  [orders("¿Queda en azul?", "EUR", 36.5), answers("Sí, quedan dos. ¿Te guardo una?"), says("Sí, por favor")],
  [
    picks("Facturación", "Preguntas sobre un cobro"),
    says("Me habéis cobrado dos veces."),
    answers("Uno de los dos cargos es solo una reserva; desaparece en tres días."),
    says("Vale, espero entonces"),
  ],
  [
    template("aviso_envio", "es"),
    says("¿Puede recogerlo mi hermano? Este es su número"),
    card("Iván Soler", "+34 600 554 871"),
    answers("Claro, solo tiene que enseñar el código."),
  ],
];
