import { defineConfig } from "vite";

// Fixed names, so that the templates name the files; the server adds a hash of the content to their addresses.
export default defineConfig({
  publicDir: "public",
  build: {
    outDir: "../src/contested/web/static",
    emptyOutDir: true,
    modulePreload: false,
    target: "es2022",
    rolldownOptions: {
      input: ["app", "document", "explore", "review", "many", "double", "adjudicate", "links", "incident", "add"].map((name) => `src/${name}.ts`),
      output: { entryFileNames: "[name].js", chunkFileNames: "shared-[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
