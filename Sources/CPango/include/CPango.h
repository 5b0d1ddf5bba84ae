#ifndef LVZHI_CPANGO_H
#define LVZHI_CPANGO_H

// Pango and Cairo, opened when the first page is set and not when the program starts: linking them would bring some
// forty libraries into every start. The functions used are declared here, so that building needs no headers of theirs;
// Tests/Helpers/page-signatures.c holds them against the real ones.

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutLine PangoLayoutLine;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoLanguage PangoLanguage;

/// The same shape as PangoRectangle.
typedef struct PageRectangle { int x, y, width, height; } PageRectangle;

/// Takes bytes of a finished surface; 0 is success.
typedef unsigned int (*PageWriteFunction)(void *_Nullable closure, const unsigned char *_Nonnull bytes,
                                          unsigned int count);

/// The functions of both libraries, by their own names.
typedef struct PageLibrary {
    cairo_surface_t *_Nonnull (*_Nonnull cairo_pdf_surface_create_for_stream)(PageWriteFunction _Nullable,
                                                                             void *_Nullable, double, double);
    void (*_Nonnull cairo_pdf_surface_set_size)(cairo_surface_t *_Nonnull, double, double);
    void (*_Nonnull cairo_pdf_surface_set_metadata)(cairo_surface_t *_Nonnull, unsigned int, const char *_Nonnull);
    int (*_Nonnull cairo_pdf_surface_add_outline)(cairo_surface_t *_Nonnull, int, const char *_Nonnull,
                                                  const char *_Nonnull, unsigned int);
    cairo_surface_t *_Nonnull (*_Nonnull cairo_image_surface_create)(int, int, int);
    unsigned int (*_Nonnull cairo_surface_write_to_png_stream)(cairo_surface_t *_Nonnull, PageWriteFunction _Nonnull,
                                                               void *_Nullable);
    void (*_Nonnull cairo_surface_finish)(cairo_surface_t *_Nonnull);
    void (*_Nonnull cairo_surface_destroy)(cairo_surface_t *_Nonnull);
    unsigned int (*_Nonnull cairo_surface_status)(cairo_surface_t *_Nonnull);
    const char *_Nonnull (*_Nonnull cairo_status_to_string)(unsigned int);
    cairo_t *_Nonnull (*_Nonnull cairo_create)(cairo_surface_t *_Nonnull);
    void (*_Nonnull cairo_destroy)(cairo_t *_Nonnull);
    void (*_Nonnull cairo_show_page)(cairo_t *_Nonnull);
    void (*_Nonnull cairo_scale)(cairo_t *_Nonnull, double, double);
    void (*_Nonnull cairo_move_to)(cairo_t *_Nonnull, double, double);
    void (*_Nonnull cairo_line_to)(cairo_t *_Nonnull, double, double);
    void (*_Nonnull cairo_rectangle)(cairo_t *_Nonnull, double, double, double, double);
    void (*_Nonnull cairo_arc)(cairo_t *_Nonnull, double, double, double, double, double);
    void (*_Nonnull cairo_new_path)(cairo_t *_Nonnull);
    void (*_Nonnull cairo_fill)(cairo_t *_Nonnull);
    void (*_Nonnull cairo_stroke)(cairo_t *_Nonnull);
    void (*_Nonnull cairo_set_source_rgb)(cairo_t *_Nonnull, double, double, double);
    void (*_Nonnull cairo_set_line_width)(cairo_t *_Nonnull, double);
    void (*_Nonnull cairo_set_dash)(cairo_t *_Nonnull, const double *_Nullable, int, double);
    PangoContext *_Nonnull (*_Nonnull pango_cairo_create_context)(cairo_t *_Nonnull);
    void (*_Nonnull pango_cairo_context_set_resolution)(PangoContext *_Nonnull, double);
    void (*_Nonnull pango_cairo_show_layout_line)(cairo_t *_Nonnull, PangoLayoutLine *_Nonnull);
    void (*_Nonnull pango_context_set_language)(PangoContext *_Nonnull, PangoLanguage *_Nullable);
    PangoLanguage *_Nullable (*_Nonnull pango_language_from_string)(const char *_Nullable);
    PangoFontDescription *_Nonnull (*_Nonnull pango_font_description_new)(void);
    void (*_Nonnull pango_font_description_free)(PangoFontDescription *_Nullable);
    void (*_Nonnull pango_font_description_set_family)(PangoFontDescription *_Nonnull, const char *_Nonnull);
    void (*_Nonnull pango_font_description_set_weight)(PangoFontDescription *_Nonnull, unsigned int);
    void (*_Nonnull pango_font_description_set_absolute_size)(PangoFontDescription *_Nonnull, double);
    PangoLayout *_Nonnull (*_Nonnull pango_layout_new)(PangoContext *_Nonnull);
    void (*_Nonnull pango_layout_set_text)(PangoLayout *_Nonnull, const char *_Nonnull, int);
    void (*_Nonnull pango_layout_set_font_description)(PangoLayout *_Nonnull, const PangoFontDescription *_Nullable);
    void (*_Nonnull pango_layout_set_width)(PangoLayout *_Nonnull, int);
    void (*_Nonnull pango_layout_set_wrap)(PangoLayout *_Nonnull, unsigned int);
    void (*_Nonnull pango_layout_set_justify)(PangoLayout *_Nonnull, int);
    void (*_Nonnull pango_layout_set_indent)(PangoLayout *_Nonnull, int);
    int (*_Nonnull pango_layout_get_line_count)(PangoLayout *_Nonnull);
    PangoLayoutLine *_Nullable (*_Nonnull pango_layout_get_line_readonly)(PangoLayout *_Nonnull, int);
    void (*_Nonnull pango_layout_line_get_extents)(PangoLayoutLine *_Nonnull, PageRectangle *_Nullable,
                                                   PageRectangle *_Nullable);
    int (*_Nonnull pango_layout_get_unknown_glyphs_count)(PangoLayout *_Nonnull);
    void (*_Nonnull g_object_unref)(void *_Nonnull);
} PageLibrary;

/// Opens the libraries on the first call and keeps them.
/// Null where one is missing or too old; `missing` is then what was not found and lives as long as the program.
const PageLibrary *_Nullable pageLibraryOpen(const char *_Nullable *_Nonnull missing);

#endif
