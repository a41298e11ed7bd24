# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'meeting_item_form.ui'
##
## Created by: Qt User Interface Compiler version 6.11.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QSizePolicy, QSpacerItem,
    QVBoxLayout)

from desktop_app.widgets.controls.button import Button
from desktop_app.widgets.fields.choice_field import ChoiceField
from desktop_app.widgets.fields.field import Field
from desktop_app.widgets.fields.line_field import (FigureField, LineField)
from desktop_app.widgets.fields.text_area import TextArea
class Ui_MeetingItemForm(object):
    def setupUi(self, MeetingItemForm):
        if not MeetingItemForm.objectName():
            MeetingItemForm.setObjectName(u"MeetingItemForm")
        MeetingItemForm.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.column = QVBoxLayout(MeetingItemForm)
        self.column.setSpacing(8)
        self.column.setObjectName(u"column")
        self.column.setContentsMargins(12, 10, 12, 12)
        self.titleField = Field(MeetingItemForm)
        self.titleField.setObjectName(u"titleField")
        self.titleFieldColumn = QVBoxLayout(self.titleField)
        self.titleFieldColumn.setSpacing(0)
        self.titleFieldColumn.setObjectName(u"titleFieldColumn")
        self.titleFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.titleEdit = LineField(self.titleField)
        self.titleEdit.setObjectName(u"titleEdit")

        self.titleFieldColumn.addWidget(self.titleEdit)


        self.column.addWidget(self.titleField)

        self.pair = QHBoxLayout()
        self.pair.setSpacing(12)
        self.pair.setObjectName(u"pair")
        self.pair.setContentsMargins(0, 0, 0, 0)
        self.presenterField = Field(MeetingItemForm)
        self.presenterField.setObjectName(u"presenterField")
        self.presenterFieldColumn = QVBoxLayout(self.presenterField)
        self.presenterFieldColumn.setSpacing(0)
        self.presenterFieldColumn.setObjectName(u"presenterFieldColumn")
        self.presenterFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.presenterEdit = LineField(self.presenterField)
        self.presenterEdit.setObjectName(u"presenterEdit")

        self.presenterFieldColumn.addWidget(self.presenterEdit)


        self.pair.addWidget(self.presenterField)

        self.minutesField = Field(MeetingItemForm)
        self.minutesField.setObjectName(u"minutesField")
        self.minutesField.setMaximumSize(QSize(110, 16777215))
        self.minutesFieldColumn = QVBoxLayout(self.minutesField)
        self.minutesFieldColumn.setSpacing(0)
        self.minutesFieldColumn.setObjectName(u"minutesFieldColumn")
        self.minutesFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.minutesEdit = FigureField(self.minutesField)
        self.minutesEdit.setObjectName(u"minutesEdit")

        self.minutesFieldColumn.addWidget(self.minutesEdit)


        self.pair.addWidget(self.minutesField)


        self.column.addLayout(self.pair)

        self.kindField = Field(MeetingItemForm)
        self.kindField.setObjectName(u"kindField")
        self.kindFieldColumn = QVBoxLayout(self.kindField)
        self.kindFieldColumn.setSpacing(0)
        self.kindFieldColumn.setObjectName(u"kindFieldColumn")
        self.kindFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.kindEdit = ChoiceField(self.kindField)
        self.kindEdit.setObjectName(u"kindEdit")

        self.kindFieldColumn.addWidget(self.kindEdit)


        self.column.addWidget(self.kindField)

        self.resolutionField = Field(MeetingItemForm)
        self.resolutionField.setObjectName(u"resolutionField")
        self.resolutionFieldColumn = QVBoxLayout(self.resolutionField)
        self.resolutionFieldColumn.setSpacing(0)
        self.resolutionFieldColumn.setObjectName(u"resolutionFieldColumn")
        self.resolutionFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.resolutionEdit = ChoiceField(self.resolutionField)
        self.resolutionEdit.setObjectName(u"resolutionEdit")

        self.resolutionFieldColumn.addWidget(self.resolutionEdit)


        self.column.addWidget(self.resolutionField)

        self.backgroundField = Field(MeetingItemForm)
        self.backgroundField.setObjectName(u"backgroundField")
        self.backgroundFieldColumn = QVBoxLayout(self.backgroundField)
        self.backgroundFieldColumn.setSpacing(0)
        self.backgroundFieldColumn.setObjectName(u"backgroundFieldColumn")
        self.backgroundFieldColumn.setContentsMargins(0, 0, 0, 0)
        self.backgroundEdit = TextArea(self.backgroundField)
        self.backgroundEdit.setObjectName(u"backgroundEdit")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.backgroundEdit.sizePolicy().hasHeightForWidth())
        self.backgroundEdit.setSizePolicy(sizePolicy)

        self.backgroundFieldColumn.addWidget(self.backgroundEdit)


        self.column.addWidget(self.backgroundField)

        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setObjectName(u"buttons")
        self.buttons.setContentsMargins(0, 0, 0, 0)
        self.save = Button(MeetingItemForm)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"kind", u"filled")
        self.save.setProperty(u"icon_name", u"check")
        self.save.setProperty(u"hint", u"Ctrl+Enter")
        self.save.setProperty(u"compact", True)

        self.buttons.addWidget(self.save)

        self.leave = Button(MeetingItemForm)
        self.leave.setObjectName(u"leave")
        self.leave.setProperty(u"hint", u"Esc")
        self.leave.setProperty(u"compact", True)

        self.buttons.addWidget(self.leave)

        self.buttonsGap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.buttons.addItem(self.buttonsGap)


        self.column.addLayout(self.buttons)


        self.retranslateUi(MeetingItemForm)
    # setupUi

    def retranslateUi(self, MeetingItemForm):
        self.titleField.setProperty(u"label_text", QCoreApplication.translate("MeetingItemForm", u"\u0639\u0646\u0648\u0627\u0646 \u0628\u0646\u062f", None))
        self.presenterField.setProperty(u"label_text", QCoreApplication.translate("MeetingItemForm", u"\u0627\u0631\u0627\u0626\u0647\u200c\u062f\u0647\u0646\u062f\u0647", None))
        self.minutesField.setProperty(u"label_text", QCoreApplication.translate("MeetingItemForm", u"\u0632\u0645\u0627\u0646 (\u062f\u0642\u06cc\u0642\u0647)", None))
        self.kindField.setProperty(u"label_text", QCoreApplication.translate("MeetingItemForm", u"\u0646\u0648\u0639 \u0628\u0646\u062f", None))
        self.resolutionField.setProperty(u"label_text", QCoreApplication.translate("MeetingItemForm", u"\u062f\u0631\u0628\u0627\u0631\u0647\u0654 \u0645\u0635\u0648\u0628\u0647\u0654 \u067e\u06cc\u0634\u06cc\u0646", None))
        self.backgroundField.setProperty(u"label_text", QCoreApplication.translate("MeetingItemForm", u"\u067e\u06cc\u0634\u06cc\u0646\u0647", None))
        self.backgroundField.setProperty(u"hint_text", QCoreApplication.translate("MeetingItemForm", u"\u062a\u0646\u0647\u0627 \u062f\u0631 \u0628\u0633\u062a\u0647\u0654 \u062f\u0633\u062a\u0648\u0631 \u062c\u0644\u0633\u0647 \u0686\u0627\u067e \u0645\u06cc\u200c\u0634\u0648\u062f.", None))
        self.save.setText(QCoreApplication.translate("MeetingItemForm", u"\u062b\u0628\u062a", None))
#if QT_CONFIG(accessibility)
        self.save.setAccessibleName(QCoreApplication.translate("MeetingItemForm", u"\u062b\u0628\u062a \u0628\u0646\u062f", None))
#endif // QT_CONFIG(accessibility)
        self.leave.setText(QCoreApplication.translate("MeetingItemForm", u"\u0627\u0646\u0635\u0631\u0627\u0641", None))
#if QT_CONFIG(accessibility)
        self.leave.setAccessibleName(QCoreApplication.translate("MeetingItemForm", u"\u0627\u0646\u0635\u0631\u0627\u0641 \u0627\u0632 \u0628\u0646\u062f", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

