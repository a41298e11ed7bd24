# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'papers_page.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QScrollArea,
    QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout,
    QWidget)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.controls.message_band import MessageBand
from desktop_app.widgets.controls.text_label import TextLabel
from desktop_app.widgets.feedback.empty_page import EmptyPage
from desktop_app.widgets.paper.page_view import PageView
from desktop_app.widgets.style.look import Rule
class Ui_PapersPage(object):
    def setupUi(self, PapersPage):
        if not PapersPage.objectName():
            PapersPage.setObjectName(u"PapersPage")
        PapersPage.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(PapersPage)
        self.column.setSpacing(0)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.header.setObjectName(u"header")
        self.header.setContentsMargins(28, 10, 28, 10)
        self.titles = QVBoxLayout()
        self.titles.setSpacing(0)
        self.titles.setObjectName(u"titles")
        self.title = TextLabel(PapersPage)
        self.title.setObjectName(u"title")

        self.titles.addWidget(self.title)

        self.context = TextLabel(PapersPage)
        self.context.setObjectName(u"context")

        self.titles.addWidget(self.context)


        self.header.addLayout(self.titles)

        self.headerGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.header.addItem(self.headerGap)

        self.meetingButton = Button(PapersPage)
        self.meetingButton.setObjectName(u"meetingButton")

        self.header.addWidget(self.meetingButton)

        self.wordButton = Button(PapersPage)
        self.wordButton.setObjectName(u"wordButton")

        self.header.addWidget(self.wordButton)

        self.printButton = Button(PapersPage)
        self.printButton.setObjectName(u"printButton")

        self.header.addWidget(self.printButton)

        self.saveButton = Button(PapersPage)
        self.saveButton.setObjectName(u"saveButton")

        self.header.addWidget(self.saveButton)


        self.column.addLayout(self.header)

        self.headRule = Rule(PapersPage)
        self.headRule.setObjectName(u"headRule")

        self.column.addWidget(self.headRule)

        self.body = QHBoxLayout()
        self.body.setSpacing(0)
        self.body.setObjectName(u"body")
        self.kindsScroll = QScrollArea(PapersPage)
        self.kindsScroll.setObjectName(u"kindsScroll")
        self.kindsScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.kindsScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.kindsScroll.setWidgetResizable(True)
        self.kindsScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.kinds = QWidget()
        self.kinds.setObjectName(u"kinds")
        self.kindsScroll.setWidget(self.kinds)

        self.body.addWidget(self.kindsScroll)

        self.formScroll = QScrollArea(PapersPage)
        self.formScroll.setObjectName(u"formScroll")
        self.formScroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.formScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.formScroll.setWidgetResizable(True)
        self.formScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.formHolder = QWidget()
        self.formHolder.setObjectName(u"formHolder")
        self.formColumn = QVBoxLayout(self.formHolder)
        self.formColumn.setSpacing(12)
        self.formColumn.setObjectName(u"formColumn")
        self.formColumn.setContentsMargins(16, 12, 16, 16)
        self.kindTitle = TextLabel(self.formHolder)
        self.kindTitle.setObjectName(u"kindTitle")

        self.formColumn.addWidget(self.kindTitle)

        self.kindNote = TextLabel(self.formHolder)
        self.kindNote.setObjectName(u"kindNote")

        self.formColumn.addWidget(self.kindNote)

        self.form = QWidget(self.formHolder)
        self.form.setObjectName(u"form")

        self.formColumn.addWidget(self.form)

        self.formGap = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.formColumn.addItem(self.formGap)

        self.formScroll.setWidget(self.formHolder)

        self.body.addWidget(self.formScroll)

        self.shown = QStackedWidget(PapersPage)
        self.shown.setObjectName(u"shown")
        self.pages = PageView()
        self.pages.setObjectName(u"pages")
        self.shown.addWidget(self.pages)
        self.nothing = EmptyPage()
        self.nothing.setObjectName(u"nothing")
        self.shown.addWidget(self.nothing)

        self.body.addWidget(self.shown)


        self.column.addLayout(self.body)

        self.bandColumn = QVBoxLayout()
        self.bandColumn.setObjectName(u"bandColumn")
        self.bandColumn.setContentsMargins(28, 8, 28, 8)
        self.band = MessageBand(PapersPage)
        self.band.setObjectName(u"band")

        self.bandColumn.addWidget(self.band)


        self.column.addLayout(self.bandColumn)


        self.retranslateUi(PapersPage)
    # setupUi

    def retranslateUi(self, PapersPage):
        self.meetingButton.setText(QCoreApplication.translate("PapersPage", u"\u0628\u0647 \u0635\u0641\u062d\u0647\u0654 \u062c\u0644\u0633\u0647", None))
        self.meetingButton.setProperty(u"kind", QCoreApplication.translate("PapersPage", u"link", None))
        self.meetingButton.setProperty(u"icon_name", QCoreApplication.translate("PapersPage", u"calendar-days", None))
        self.wordButton.setText(QCoreApplication.translate("PapersPage", u"Word", None))
        self.printButton.setText(QCoreApplication.translate("PapersPage", u"\u0686\u0627\u067e", None))
        self.saveButton.setText(QCoreApplication.translate("PapersPage", u"\u0630\u062e\u06cc\u0631\u0647\u0654 PDF", None))
#if QT_CONFIG(accessibility)
        self.kindsScroll.setAccessibleName(QCoreApplication.translate("PapersPage", u"\u06af\u0648\u0646\u0647\u0654 \u0628\u0631\u06af\u0647", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.formScroll.setAccessibleName(QCoreApplication.translate("PapersPage", u"\u0622\u0646\u0686\u0647 \u0628\u0631\u06af\u0647 \u062f\u0631\u0628\u0627\u0631\u0647\u0654 \u0622\u0646 \u0627\u0633\u062a", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

