// The fragment of the address. Anyone may write a link that ends in "#%ff", which is not text.
const fragment = () => {
  try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
};
