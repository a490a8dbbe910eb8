module.exports = {
  redirects: async () => [{ source: "/", destination: "/quay", permanent: false }],
};
