/** Those that are used in letters to customers, by what they are about. */
export const emojiGroups = {
  faces:
    "😀 😃 😄 😁 😅 😂 🙂 😉 😊 😇 😍 🤩 😘 😋 😎 🤓 🤔 🤗 🤝 😐 😬 🙄 😮 😲 😳 🥺 😢 😭 😓 😴 🤒 😷 🤕 😕 😟 😡 🥳 🤯",
  hands: "👍 👎 👌 ✌️ 🤞 🙏 👏 🙌 👋 💪 👉 👈 👆 👇 ☝️ ✍️ 🤷 🙋 🙇",
  signs: "❤️ 🧡 💛 💚 💙 💜 🖤 💔 ✨ ⭐ 🔥 🎉 🎁 💯 ✅ ❌ ❗ ❓ ⚠️ ℹ️ 🔔 ➕ ➡️ ⬅️ 🔁 🆗 🆕",
  things: "📦 🚚 🛒 🧾 💳 💶 💵 🏷️ 📞 📱 💬 ✉️ 📧 📎 📄 📝 📅 ⏰ ⌛ 🔑 🔒 🔧 💡 📷 🖨️ 💻 🗺️ 📍",
  life: "☀️ 🌧️ ❄️ 🌈 🌱 🌸 🍀 🍎 🍕 🍰 ☕ 🍷 🏠 🏢 🏥 ✈️ 🚗 🚲 🐶 🐱 ⚽ 🎵",
} as const;

export type EmojiGroup = keyof typeof emojiGroups;
