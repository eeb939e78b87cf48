/**
 * The dkfds classes that our markup uses: rules for others are not sent (211 KB become about 30). A page with a class of dkfds that is
 * not here has no looks: sider.test.ts holds every page against this list.
 */
export const DKFDS_KLASSER: ReadonlySet<string> = new Set(
  `
  container page-container sr-only skipnav
  header portal-info portal-info-inner portal-user user navigation-menu navigation-menu-inner nav mainmenu active current nav-link
  footer footer-col unstyled-list nobullet-list
  h1 h2 h3 h4 h5 h6 font-lead subheading small-text weight-semibold bold
  icon-svg icon-link back-link function-link
  button button-primary button-secondary button-warning button-unstyled
  card card-content card-heading
  alert alert-info alert-success alert-warning alert-error alert-icon alert-heading alert-text alert-body alert--paragraph
  badge badge-info badge-success badge-warning badge-error
  breadcrumbs breadcrumbs__list breadcrumbs__list-item breadcrumbs__link
  details details-summary details-text
  table table--responsive-scroll table-md-responsive-headers structured-list align-text-right
  form-group form-label form-hint form-input form-select form-error form-error-message form-checkbox form-group-checkbox form-radio form-group-radio search button-search
  pagination pagination__items pagination-item pagination-number pagination-mobile pagination-overflow pagination-nav-link
  button-arrow button-previous button-next current-page
  d-print-none
  `
    .trim()
    .split(/\s+/),
)
